"""Given names common in Africa, Asia and the Pacific, as far as `given_europe` lacks them."""

NAMES = """
aadhya aaliyah aarav aarti abbas abdel abdelaziz abdelkader abdellah abdollah abdou abdoulaye abdul
abdulaziz abdullah abdulrahman abena abeni abhay abhijit abhinav abhishek abimbola abiodun abiola
abu adaeze adaku adanna adaora ade adebayo adebisi adebola adel adeola adesina adeyemi adil aditi
aditya adnan adunni adwoa afaf afia afua ahlam ahmad ahmed ahmet aicha aiguo aisha ajay ajit ajoke
akanksha akash akemi akhil aki akihiro akihito akiko akin akinyi akira akosua akram akshay akua
akwasi alev ali alia aliya alka alok alper alwan ama amadi amahle amaka amal amani amar amara amare
amaterasu amer ameyo amin amina aminata amir amira amirhossein amit amita amitabh amnon amogelang
amos amr amrita anand ananya anas anathi andile anil anirudh anjali anjana anjum ankit ankita ankur
anoop anshul anuj anupama anuradha anurag anushka anwar aparna apoorva arash archana ardeshir arezou
ariel arjun arman arnav aroha arun aruna arundhati arvind arwa asaf asami asante asha ashenafi
ashish ashkan ashok ashwin ashwini asli asma asmaa assia asuka asuman atefeh atieno atilla atsuko
atsushi atul avani avi avigail avinash avner avraham awa ayaka ayako ayame ayanda ayelet ayesha ayla
aylin ayman ayo ayodele ayotunde ayoub ayse aysegul aysel aysun aytac ayushi azadeh aziz aziza
azubuike baako babajide babak babatunde badr bahar bahareh bahati bahman bahram bai balaji bao barak
baraka barbaros baris basel basma bassam batya behnam behrouz behzad bekir belay belgin benny
berhanu berk berna betul beyza bharat bharati bhaskar bhavana bhavesh bhavna bijan bilal bilqis
bingwen binh binnur binta binyamin birhanu birsen bisi boaz bolanle bongani bontle boubacar boutros
brahim buhle buket bulent burak burcin burcu busisiwe busra byung canan caner cansu cem cemal cemile
cengiz ceren cetin ceyda ceylan chafik chaim chaima chan chana chandan chandra chandrika chang
changming chao charu chau chausiku chen cheng chetan chhaya chi chiamaka chibuike chibuzo chidera
chidi chidiebere chidinma chie chieko chihiro chika chike chima chimamanda chinedu chinelo chinenye
chinonso chinwe chioma chipo chitra chiyo cho chukwu chukwudi chukwuemeka chukwuma chul chun chung
chunhua cigdem cihan cong coskun cuong dabulamanzi dae daesung dafna daichi daiki daisuke daiyu
dalal dalila damini damla dandan danit dariush darshana daryoush dawei dawit dayo debashish deepa
deepak deepali deepika defne deka delaram derya desta devendra devi devika devrim dhananjay dhara
dhruv diallo diarra didem dikeledi dilara dilek dilip dina dinesh disha divya djamila djibril dogan
dohyun dong dongwook dorcas dov driss duc dumisani dung duong durga duyen duygu dvora ebele ebo
ebony ebrahim ece ecem eda efe efrat efua ehab ehud eiji eiko eitan ekene ekin ekow ekrem ekta ekua
ela elad elaheh elham eli eliana elif eliyahu elnaz emad eman emeka emel emi emiko emin emine emir
emrah emre enes eniola enitan ephraim ercan erdal erdem eren erez erhan eri eriko erkan erol ersin
ertan ertugrul esha eshe esi esin esma esmail esra esti etsuko eun eunji eunjung eunkyung evren
evrim eyal eylem eyob eyup ezinne fadekemi fadel fadi fadila fadime fahad fahd faisal faiza fang
fanta faouzi farah farai farhad farhan fariba farid farida farideh farnaz farouk farshad faruk
farzad farzaneh fatemeh fatih fatiha fatma fatou fatoumata fayza fei femi feng fengling fereshteh
feride ferit fetu feyza fikile fikret filiz firat firouzeh folake folasade folu forough fouad fouzia
fumi fumiko fumio funke funmilayo furaha fusun fuyuko gadi gakere gali galip gamba gamze gaurav
gauri gayatri geeta geetha getachew ghada ghassan ghazal giang gilad gili girish girma gita gizem
gokce gokhan golnaz gonca gonul gopal goro govind guang guanyu gugu guiying gul gulay gulcan gulsah
gulsen gulsum gulten gulzar gunay guner guo guoliang guray gurkan gurpreet gyeong gyu habib habiba
habimana hadar hadas hadi haeun hafez hafsa hagar hagit haile haim haitao haitham hakim hala hale
halil halima haluk hamad hamed hamid hamida hamidreza hamisi hamza hanako hanan hande haneul hanh
hani hania hao hardik haresh hari harini harish haroun harpreet harsh harsha harshad haru haruka
haruki haruko haruto hasan hassan hassiba hatem hatice hawa hayat hayato hayri heba hee heejin hema
hemant hemi heng hicham hideaki hideki hideko hideo hidetoshi hien hieu hikari hikaru hikmet hila
hilal hiroaki hiroki hiroko hiromi hiroshi hiroto hiroyuki hirut hisako hisashi hisham hitesh hitomi
hitoshi hlengiwe hoang hoi hone hong hongmei honoka hooman hossein hua huan huda hui huifang huiling
hulya hun hung huong husamettin huseyin hussain hussein huy huyen hye hyejin hyeon hyo hyuk hyun
hyunjin hyunwoo ibironke ibrahim ibtisam ichiro idil ido idowu idriss ife ifeanyi ifeoma ige ihab
ikechukwu ikenna ikjun ikram ilana ilhan ilkay ilker ilknur imad iman imane imani ime imran inbal
indira indrani indu intisar ipek iraj irem irfan irit isamu isao isha ishaan ishan ishaq ishita isik
ismail ismet isoke issa itai itamar itumeleng itzhak izumi izzet jaafar jabari jaber jabulani jad
jagdish jahangir jai jalal jamal jamil jamila janaki jatin javad jawad jaya jayant jayanti jayashree
jayesh jelani jengo ji jia jiahui jiajia jian jianguo jianhua jianjun jiayi jie jihan jiho jihoon
jihye jimin jing jingjing jinho jinhua jinyoung jiro jisoo jitendra jiwon jiwoo jiyeon jiyoung joon
joonho juhi juma jumoke jun jung junho junichi junjie junko jyoti jyotsna ka kaan kabir kadir kaede
kagiso kaia kajal kalpana kamal kamala kamau kamel kamla kamlesh kana kanae kanako kanchan kang
kanika kaori kaoru kaoutar kapil karabo karan karim karima karthik kartik karuna katlego kato
katsuko katsumi katsuo kaushik kaveh kavita kavya kawthar kayo kayode kayoko kazue kazuhiko kazuhiro
kazuki kazuko kazumi kazuo kazuya kebede kefilwe kehinde kei keiichi keiji keiko keisuke keita kekoa
kelechi kemal kenan keneilwe kenichi kenji kenjiro kenta kentaro kenyatta keoni kerem keren ketan
keyvan khadija khaldoun khaled khalid khalil khanh khanyisile khethiwe khoa khosrow khumo kibet kiet
kieu kimiko kinfe kiran kiri kirti kishore kitso kiyoko kiyoshi kofi koichi koji kojo komal koray
korkut kosuke kotaro kouji krishna krishnan kriti kubra kudzai kuldeep kumar kumiko kun kunal kunio
kunle kursat kusum kutlu kwabena kwadwo kwaku kwame kwang kwasi kweku kwesi kwok kyoko kyung
kyungsoo ladan laila lakshmi lale laleh lalit lalita lamia lamin lamya lan lanying lata latha latifa
laxmi layla lebo lebogang leela lei leilani leman lerato lesedi lethabo levent leyla li liang liat
lien lifen lihua lijuan lili liling limor limpho lindiwe ling linh lior liora liqin litha liwei
lixin loan lokesh lubna lulu lungile lupe lwazi maayan madhav madhavi madhu madhuri maha mahalia
mahdi mahendra mahesh mahina mahmoud mahmud mahmut mahnaz mahsa mahtab mahvash mai maiko majid
makena makhosi maki makiko makoa makoto mala malaika malak malek malia malini mallika mamadou
mamello mamoru mamta manabu manaia manal manav mandana mandeep mandisa mandla mangala manish manisha
manju manjula manoj mansi mansour maram mari mariama mariko marjan marwa marwan maryam maryama
masaaki masahiko masahiro masaki masako masami masanori masaru masashi masato masayuki masego masoud
masoumeh masud maya mayu mayuko mayumi mbali mbongeni medine meena meenakshi meera meghna megumi
mehari mehdi mehmet mehran mehrdad mehrnoosh mehtap mehul mei meifang meihua meilin meiling meir
meital meixiang mekonnen melaku mele melek melesse melih melike melis meltem menachem meral mere
meriem mert merve mesfin mesut metin mi michiko midori mieko miho mijin mika mikako miki mikio miku
milind miloud min mina minako mine ming minghua minh minho minji minjun minoru minseo minzhe mira
misaki misako mitali mitra mitsuko mitsuru miu miyako miyoko miyoung miyu mizuki moagi moana moataz
modupe moez mohamad mohamed mohammad mohammed mohan mohau mohini mohit mohsen mojtaba moleboheng
momoko moncef monia monifa moran morteza moshe mosi motoko mounir mourad moussa moustapha mpho
mridula mthunzi mudiwa muge muhammad muhammet muharrem muhittin mujgan mukami mukesh mukta mukul
mulugeta mumbi mun muna munevver munir murali murat musa mustafa mustapha muthoni mutua muzaffer
mwangi myung na naama nabil nabila nachum naciye nada nader nadir naftali naima najat najib najla
nakul nala nalan nalani naledi nalini nam namik namita namrata nana nanako nanami nandi nandini
nandita nao naoki naoko naoto narayan narendra naresh narges nari nasim nasrin nasser natan natsuki
natsuko natsumi nava naveen navin nawal nazan nazanin nazim nazli ndidi necati necla neelam neema
neeraj neerja neeta negar neha nergis neriman neslihan nesrin neta nevin nezha nga ngaio ngaire ngan
nghia ngoc ngozi nguyen nhan nhung nidhi nihal nihat nikhil nil nilay nilesh nilgun niloofar nilufer
nima nimisha nimrod ning nir niraj niranjan nirit nirmala nirupama nisa nisha nishant nita nitin
nitzan nivedita nizar njeri nkechi nkem nkiru nkosana nnamdi nneka noa noam noboru nobuko nobuo
nobuyuki noelani noga noluthando nomsa nomvula nomzamo nonhlanhla nonso nooshin noriko norio nosipho
nothando noura noureddine ntombi nuray nurcan nurdan nuri nurit nurten nyah nyambura nyasha nyokabi
oba obi obinna ode odhiambo ofer ofra ogechi oguz oguzhan ohad okan okeke okello okoro oktay olabisi
oladele olamide olamilekan olayinka olcay olu olufemi olumide olusegun oluwadamilola oluwafemi
oluwakemi oluwaseun oluwatobi oluwatoyin omaima omar omer omid omri onder onur onyeka orhan orit
orly orna osagie osamu osei osman osnat ossama othman otieno ouafa oumar oumou ousmane oya ozan
ozcan ozge ozgur ozkan ozlem padma padmini palesa pallavi panashe pankaj parag parastoo paresh
parisa parminder parth parul parvaneh parvati parviz pavan pawan payal payam pejman pelin penda
perihan phong phuc phumzile phuong pinar piyush pooja poonam pouya prabha prabhakar prachi pradeep
prafulla prakash pramod pranav pranay prasad prashant pratap pratibha pratik praveen pravin preeti
prem prema prerna priti priya priyanka pua pui puja pule puleng puneet punita purnima pushpa qasim
qiang qiaolian qing qiu quan quang qun quoc quynh rabab rabia rachid rachida radha radhika rafik
rafiki rafiq raghad raghav ragheb raghu raha rahma rahul raj raja rajan rajani rajat rajeev rajendra
rajesh rajiv rajni raju rakesh raman ramana ramazan ramesh rami ramin rana rangi rania ranjan
ranjana ranjit rasha rasheed rashid rashida rashmi ratan ravi ravindra rawan razan recep reda
redouane reem reena refik refilwe rehema reiko rekha renu renuka reshma retha reuven revathi reyhan
reza riad richa rida rie rifat rika rikako riko rim rina ritesh ritika ritu rivka riza rohan rohini
rohit rola ron ronen rong roni ronit roozbeh rotem rotimi roya ruba rudo rufaro rumi rumiko ruolan
rupa rupal rupali rutendo ruti ruya ryo ryoko ryosuke ryota ryu ryuichi saad sabah saban sabiha
sabri sabrine sachiko sachin sadako sade sadik sadiq saeed saeid safa safia safiya safiye sagar sagi
sahar sahil said saida sait saki sakurako salah saleh salem salif salim salima salma salman salwa
samaneh samar sameh samer sami samia samih samir samira samora sana sanaa sandeep sandhya sangeeta
sanghoon sanjana sanjay sanjeev sanjiv sarala saraswati sarit sarita saroj satish satomi satoru
satoshi saumya savita sawsan sayaka sayuri seda sedat seema sefa segun seiichi seiji seiko sekai
sekou sela selam selami selcan selcuk selda selen selim selin sema semih semra senait senem seo
seojun seok seong seoyeon serap serdar serhat serkan serpil sertac setareh setsuko seun seung
seungho seungmin sevgi sevil sevim sevinc sezen sezgin shabana shabnam shadi shahd shahin shahla
shahram shahrzad shai shailesh shaima shakir shakuntala shalini shan shani shankar shanta shanti
shaoqi shapour sharad sharada sharif sharmila shashi shaul sheela shefali shekhar sherif shervin
shigeko shigeo shigeru shiho shilpa shimon shin shinichi shinji shinobu shinya shiori shira shirin
shivani shizuka shizuko shlomo shmuel sho shobha shogo shoichi shoji shoshana shota shraddha shreya
shrikant shruti shu shubham shubhangi shufen shuk shulamit shun shunsuke shweta siamak sibel
sibongile sibusiso siddharth siddhartha siew sigal siham sihem sihle simba sina sinan sindisiwe
sinem sione siphiwe sipho sirous sithembile siu siyabonga sizwe slimane smita smriti sneha soheila
sohrab sona sonal sonali songul soo soojin sooyoung soraya soroush sota souad soufiane soukaina
soyeon sridevi sridhar srikanth srinivas srinivasan su suat subhash subira subramaniam sucheta
suchitra sudeep sudha sudhir suhas sujata suji sujin sukran sukru sulaiman suleiman suleyman suman
sumaya sumiko sumit sumitra suna sunanda sundar sung sungho sungmin sunil sunita supriya suraj
surekha surendra suresh surya sushant sushil sushila sushma susumu suzan swapna swapnil swati tadao
tadashi taehyun taeyang tafadzwa taha tahar taher tahereh taichi taiwo takahiro takaki takako takao
takashi takayuki takehiko takeo takeru takeshi takumi takuya tala talal tali tama tamaki tamar tamer
tamika tamiko tamir tane taner tanisha tanmay tanvi tao taoufik tapiwa tarek tareq tarik tariq taro
tarun tatenda tatsuo tatsuya tau tavita tayfun taylan tebogo teboho tejas tejaswini tekin tekle
temel temitope tendai tesfaye tetsuo tetsuya teuila tevita thabang thabiso thabo thandeka thandi
thandiwe thandolwethu thanh thao thara themba thembi thembisa thi thien thinh thokozani thu thuan
thulani thuy tiare tien tin ting tiwa tiwonge toan tobi tokiko tola tolga tolu tomoe tomohiro tomoko
tomomi tomoya toru toshi toshiaki toshiko toshio toshiyuki tova trang trinh tripti trisha trung
tsegaye tsepo tshepo tsipi tsubasa tsutomu tsuyoshi tsz tuan tuba tugba tugce tui tulay tulin tulsi
tumelo tuncay tung turgay turgut tushar tuyen tuyet tzvi uche uchenna uday udi ufuk ugochi ugonna
ugur uijin ulku uma umeko umesh umit ummu upasana uri uriel urmila usha utkarsh utku uttam uyen uzi
uzoma vahid vahit vaibhav vaishali vandana varsha varun vasant vasanthi vasudha vasundhara vedat
veena veli venkat venkatesh vibha vidya viet vijay vijaya vikas vikram viliami vimal vimala vinay
vinaya vineet vinh vinita vinod vipin vipul viraj virendra vishal vishnu vivek volkan vusi vy wael
wafa wahid wai wairimu waithera wakana walid wambui wangari wanjiku wassim wataru wei weiming wekesa
wen wenjing wenyan whetu widad winta wiremu wole woo woojin wook xia xiang xiao xiaobo xiaohong
xiaoli xiaoming xiaoping xin xing xiu xiuying xuan xue xueqin yaa yaakov yahia yahya yair yakup
yalcin yalda yamini yan yang yanling yanyan yara yarden yared yaron yasaman yasar yasemin yash
yashoda yashwant yasin yasmin yasmina yasmine yasser yassin yassine yasuhiro yasuko yasuo yasushi
yating yavuz yaw yayoi yee yehuda yehudit yeji yejin yelda yeliz yemi yen yeon yeong yesim yewande
yichen yifan yifei yigal yigit yihan yijun yildiz yilmaz ying yingying yishai yisrael yitzhak yoav
yochanan yoel yogesh yogita yohannes yoichi yoko yona yonas yonatan yonca yong yongrui yoon yoona
yosef yoshi yoshiaki yoshie yoshihiro yoshiko yoshio yoshiro yoshito yossi yosuke yota yotam youcef
younes young youngho youngsoo younis yousef youssef yu yuan yucel yue yuehua yui yuichi yuji yujin
yuka yukari yuki yukie yukiko yukio yuko yuksel yulan yumi yumiko yun yuna yunus yuriko yusra yusuf
yusuke yuta yutaka yuting yuto yuval yuxin yuya yuzuki zafer zahra zaid zainab zainabu zakaria zaki
zandile zanele zawadi zedong zeev zehava zehra zeina zeinab zekiye zerrin zeynep zhen zheng zhi
zhihao zhihui zhila zhiyuan zhong zhou ziad ziba zied zihan zineb zinhle zipora ziv zixuan ziya
ziyanda ziyi zodwa zola zouhair zuberi zubeyde zuhal zuri
"""
