"""Given names common in Europe and the Americas (see `given`)."""

NAMES = """
aad aake aaron aase abbie abel abelardo abigail abraham ada adalbert adam adela adele adelheid
adeline adolfo adriaan adrian adriana adrienne afonso agata agatha agathe agda aggeliki agnes agneta
agnieszka agot agustin agustina aidan aigars aija ailbhe aileen aimee aino aisling aiste aitana
aitor aivar aksel alain alan alana albane albert alberto alec aled alejandra alejandro aleksa
aleksandar aleksander aleksandr aleksandra aleksei aleksey alessandra alessandro alessia alessio
alex alexa alexander alexandra alexandre alexandros alexandru alexei alexey alexios alexis alfie
alfonso alfred alfredo algirdas alice alicia alicja alida alin alina aline alison alistair alix
aljoscha alla allan allen allison alma almudena alois alojzy alonso alphonse alun alva alvaro alvin
alyona alyssa alzbeta amador amaia amalie amanda amandine amaury amelia amelie amparo amy ana anabel
anabela anais anastasia anastasios anastazja anatol anatoly anca andela anders andrada andras andre
andrea andreas andree andrei andres andrew andrey andrija andris andrus andrzej andy anette anezka
angela angele angelica angelina angelique angelo angharad anghel angus anica anika aniko anita anja
anke ann anna annabel annalisa anne annegret anneke anneliese annemarie annemiek annemieke annette
annie annika anouk anselme anselmo ansgar antanas ante antero anthony antje antoine antoinette anton
antonia antonieta antonin antonina antonio antony antti anu aoife apolline apolonia apostolos
araceli arantxa aranzazu archie ari ariadna ariana ariane arianna aris arja arjen arkady arlene
armand armando armands armelle armin arnau arnaud arne arno arnold aron artem arthur artur arturo
arturs artyom arunas arvid arvo asbjorn ashleigh ashley asier aslaug asta astrid asuncion athenais
athina atle attila aubrey aud aude audrey audric audrius augustin augustine aukje aurel aurelia
aurelie aurelien aurelija aurelio auxane ava avery axel axelle azucena baiba balazs balint baltasar
baltazar balthasar baptiste barbara barbel barnabas barnabe barnaby barney barry bart bartek
bartholomew bartosz bas basile bastian bastien baudouin beata beate beatrice beatrix beatriz becky
bedrich begona belen belinda ben bence benedict benedicte benedita bengt beniamino benita benito
benjamin benno benoit bente bento berangere berend bergljot berit bernadette bernard bernarda
bernardo bernd bernhard bernice bert berta bertha bertille bertrand beryl bess beth bethany betsy
bettina betty beverley beverly bill birger birgit birgitta birgitte bjarne bjorn blaise blake
blanche blandine blanka blas blazej bob bobby bodo bogdan bogdana boglarka boguslaw bohdan bohumil
bohumila bojan bojana boleslaw bonnie boris borislav borivoj borja borje bosko bozena bozidar brad
bradley bram brandon branislav branka branko braulio brenda brendan brent bretislav brett brian
brice brid bridget brigitte britta brittany bronislaw bronwen bror bruce bruna bruno bryan bryn
brynhild bryony burkhard caetano cai caitlin caleb callum calvin camelia cameron camila camilla
camille camilo candelaria candice candide caoimhe carl carla carlo carlos carlotta carmel carmela
carmen carol carole carolien caroline carolyn carrie carsten carter carys caspar cassandra catalin
catalina catarina catharina catherine cathy cato cayetano cecil cecile cecilia cedric cees celeste
celestin celestine celia celine cerys cesar cezar cezary chantal charalampos charlene charles
charlie charlotte cheryl chiara chloe chris christa christabel christel christelle christian
christiane christina christine christoph christophe christopher christos chrysoula ciara cillian
cindy cinzia ciprian claire clara clare clarence clarissa clarisse claude claudette claudia claudine
claudio claudiu claus clayton clemence clement clemente clementine clifford clive clotilde clovis
cody coen colas colette colin coline colleen come conceicao concepcion conchita connie connor conrad
constantin cooper cor cora cordelia corentin corey corina corinne cormac cornel cornelia cornelius
corrie cosette cosimo cosmin costel courtney craig crispin cristian cristina cristobal csaba csilla
curtis cynthia cyprien cyril cyrille cyrus czeslaw daan dace dacian dafydd dag dagmar dagny daina
daiva dalia dalibor damaso damian damiano damien damon dan dana danica daniel daniela daniele
danielle danijel danny dante danuta daphne darcy daria darina dario darius dariusz darko darrell
darren darya dashiell dave david davor debbie deborah debra declan deiniol deirdre dejan delfina
delia delilah delphine denis denisa denise dennis deolinda derek dermot derrick desmond despina
detlef dewi diana diane diarmuid dick didier diego diemut dieter dietmar dietrich dieuwke dilys
dimitra dimitri dimitrios dimitris dinah dino diogo dionisio dirk dmitri dmitriy dmitry dmytro
dobromila doina dolly dominic dominik dominique don donald donatella donatien donna dora doreen
dorin doris dorota dorothea dorothee dorothy dorte dorthe doug dougal douglas dragan dragana dragos
drahomira drazen drew duarte dubravka dumitru duncan dunja dusan dustin dwight dylan eamon ebba
eberhard ebru ecaterina eckhard ed eddie edeltraud edgar edgard edgars edit edite edith edmond
edmund edmundo edna edoardo edouard eduardo edward edwin edyta eelco eero efa effie efrain egil
egils egon eha eileen eimear einar eira eirik eirini eirlys eivind ekaterina ekkehard elaine eleanor
elefteria eleftherios elena eleni eleonore eleuterio elfriede eliane elias elijah elin elina elinor
eliot elisa elisabeth elisabetta elise eliska eliza elizabeth elizaveta elke ella ellen ellie
ellinor elliot elliott elodie eloi eloisa eloise els elsa elsebeth elsie elspeth elvira elzbieta
emanuel emanuele emeline emeric emerson emil emile emilia emiliano emilie emilio emily emlyn emma
emmanuel emmanuelle emmett emrys encarnacion endel enguerrand enid eniko enn enora enrique eoghan
epp eric erica erich erik erika erin erland erling ernest ernestine ernesto ernst erwin eryk
erzsebet esben eskil esme esmeralda espen esteban estefania estela estevao esther eszter ethan ethel
etienne ettore eudes eugen eugene eugenia eugenie eugenio eulalia eunice eusebio eustache eva evan
evangelia evangeline evangelos evariste evaristo evdokia eve evelyn evgeni evgenia evgeny evzen ewa
ewald ewan ewelina ewout eydis eystein ezra fabian fabien fabienne fabio fabiola fabrice fabrizio
faina fanny fatima faustine fay federica federico felicia felicie felicien felicity felipe felisa
felix femke fenna ferdinand ferenc fergus fermin fernand fernanda fernande fernando ffion fiacre
fidel filip filipa filipe filippo finn fiona fionn fiorella firmin fitzgerald flavia flavie flavien
flavius fletcher floor flora florencia florencio florent florentin florian florica florin floris
floyd fotini fotis foucauld franca frances francesca francesco francine francis francisca francisco
franciszek francois francoise frank frankie franklin frantisek frantiska franz franziska fraser
frauke fred freda freddie frederic frederica frederick frederique fredrik freja freya frida frieda
friederike friedrich frits fritz frode froukje fulvio fyodor gabi gabin gabor gabriel gabriela
gabriele gabriella gabrielle gaelle gaetan gaetano gail galina garance gareth garrett garth gary
gaspard gaston gauthier gautier gavin gavril gediminas geert geir gemma gene genevieve gennady
genoveva genowefa geoff geoffrey geoffroy georg george georges georgette georgina georgios georgy
gerald geraldine gerard gerardo gerben gerd gerda gergely gerhard gerlinde germain germaine german
gero gerrit gertrud gertrude gervasio gesa gethin geza gheorghe ghislain ghislaine giacomo giada
gian giancarlo gianluca gianmarco gianni giannis gideon giedre gijs gilbert gilberte gildas giles
gilles gillian gina gines ginette ginevra ginny gintaras gioia giorgia giorgio giorgos giovanna
giovanni gisela gisele gitta gitte giulia giuliana giuliano giulio giuseppe giuseppina gladys gleb
glen glenda glenn gloria gniewomir godfrey goncalo gonzalo goran gordana gordon gottfried graca
graciela graham grainne graziella grazyna greg greger gregoire gregor gregorio gregory greta
gretchen grete grigory griselda gro gruffydd grzegorz guadalupe gudmund gudrun guenole guido guilhem
guilherme guillaume guillermina guillermo guinevere gunda gundula gunilla gunnar gunta gunter
gunther guntis guri gus gustaf gustav gustave gustavo guto guylaine gwen gwenaelle gwendal gwendolen
gwendolyn gwenllian gwilym gwyn gwyneth gyorgy gyula haakon hadrien hakan hakon halina halldor
halvard halyna hamish hana hanka hanna hannah hanne hanneke hannelore hannes hans harald harm harold
harriet harris harrison harro harry hartmut harvey hattie hauke haydee hector hedda hedvika hedwig
hefin hege heidi heike heikki heiko hein heiner heinrich heinz heledd helen helena helga helge hella
helle helmi helmut helmuth heloise hendrik henk henning henri henrietta henriette henrik henrike
henrique henry henryk herbert heriberto herman hermann herminia hermione hernan hertha herve hilario
hilary hilda hilde hildegard hinrich hipolito hippolyte hjalmar hjordis holger homer honorine honza
horace horacio horatio horatiu horst hortense howard hrvoje hubert hubertus hugh hugo hugues
huguette humphrey huw iago ian iancu ida idris ieuan ieva ifan iga ignacio ignacy ignatius igor ihor
ilan ilaria ildefonso ildiko ileana ilie ilija ilinca ilka ilona ilse ilya ilze imanol imants imke
imogen imre inaki indrek ineke ines inese inga inge ingeborg ingemar inger ingmar ingo ingolf ingrid
ingrida ingunn ingvar inken inmaculada inna ioan ioana ioanna ioannis iolo ion iona ionel ionut
iosif ira irena irene irina irja irma irmgard irving iryna isaac isabel isabell isabella isabelle
isadora isaline isaura isaure isidoro isidro isla ismael isolde istvan itziar iulia iulian iva ivan
ivana ivar iveta ivica ivo ivor iwan iwona izabela jaak jaakko jaan jaanus jaap jacco jacek jacinta
jacinthe jacinto jack jackie jackson jacob jacobo jacobus jacqueline jacques jacqui jadranka jadwiga
jagoda jaime jake jakob jakub james jamie jan jana jane janet janice janina janine janis janneke
jannik janos janusz jared jari jarle jarmila jaromir jaroslav jaroslaw jasmina jasmine jasna jason
jasper javier jean jeanette jeanne jeannine jedrzej jeff jeffrey jehan jelena jelle jemima jen jenna
jennifer jenny jens jeppe jeremiah jeremie jeremy jeroen jerome jerry jerzy jesper jess jesse
jessica jet jill jim jimena jimmy jindrich jindriska jiri jirina jo joachim joakim joan joana joanna
joanne joao joaquim joaquin joaquina jocelyn jochen jodie joe joel joelle joep joey johan johann
johanna johanne johannes john johnny joke jolanta jolita jon jonah jonas jonathan jonne joost
jordane jordi jorg jorge jorgen joris jorn jorunn jose josef josefa josefina joseph josephien
josephine josette josh joshua josiah josiane josip josselin jost jostein jouni jovan jovana joyce
jozef jozsef juan juana judicael judit judith judy judyta juha jukka jules julia julian juliana
juliane julie julien julienne juliet julieta juliette julio julita julius juliusz juozas juraj
jurate jurgen jurgita juris jurriaan jussi justin justine justino justyna jutta kaare kacper kadri
kai kaisa kaja kalev kalle kalman kamil kamila kara kare karel karen kari karianne karin karina
karine karl karla karol karolina karoly karsten kasia kaspar kaspars katalin katarina katarzyna kate
katerina kateryna katharina katherine kathleen kathrin kathryn kathy katica katie katja katrin
katrina kay kayla kazimierz kazys kees keira keith kelly kelsey ken kendra kenneth kenny kerry
kersti kerstin kestutis kevin kieran kilian kim kimberly kinga kirill kirk kirsten kirsti kirstine
kirsty kit kjell kjersti kjetil klaas klara klaudia klaus knud knut koen koit konrad konstantin
konstantina konstantinos konstanze koos kostas kristaps kristen kristian kristiina kristin kristina
kristine kristjan kristoffer kristyna krisztina krunoslav krystian krystyna krzysztof ksawery ksenia
kseniya kuldar kulli kunigunde kurt kveta kvetoslava kyle kylie kyriaki kyriakos lachlan ladislao
ladislav laetitia laima laimonas lajos lambert lana lance lara larisa larissa larry lars larysa
lasse laszlo laura laure laureano lauren laurence laurens laurent laurentiu laurette lauri laurie
lautaro lavinia lawrence lazzaro leah leandre leandro leanne lech lee leena leendert lefteris leif
leigh leila leire lembit lena lenka lennart lenore leo leocadia leon leonard leonardo leonce leonel
leonhard leonid leonidas leonie leonor leonora leopold leroy lesley leslie lester lesya leszek
leticia letitia letizia lev levi levin lewis lexie liam lianne libby libor libuse lidia lidiya lieke
lies liesbeth lieselotte lieve liga liina liis lilian liliana liliane lilla lillian lina linas linda
lindsay lindsey linnea linus lionel lisa lise lisette liv liviu ljiljana ljubica llew lloyd llyr
loes logan loic lois lola loredana lorena lorenz lorenza lorenzo loretta lorette lorna lorraine
lothar lotta lotte lottie lou louis louisa louise louison lourenco lovise lowell lowri lubomir lubos
luc luca lucas luce lucia lucian luciano lucie lucien lucienne lucille lucinda lucio lucrecia
lucretia lucy lucyna ludek ludivine ludmila ludmyla ludovic ludvig ludwig luigi luigia luis luisa
luise luiz luka lukas lukasz luke luminita luther lutz lydia lyle lynda lynette lynn lyubov lyudmila
maaike maarit maarja maarten maartje mabel macarena machteld maciej mackenzie madalina maddalena
madeleine madeline madis madison mads maelle maelys maeve magali magda magdalena magdolna maggie
magnhild magnus maie maija mair mairead maisie maite maj maja maksim malachi malcolm malgorzata
malin malte malvina mandy manfred manolo manon mantas manuel manuela mara marc marceau marcel
marcela marcelin marceline marcelino marcella marcelle marcelo marcia marcin marco marcos marcus
mared mareike mareile marek margaret margarete margarida margarita margaux margery margit margot
margret margriet marguerite maria marian mariana mariane marianne mariano maribel maricarmen marie
marieke mariella marielle marija marijana marijke marika marilyn marin marina marine marinette
marion maris marisa marisol marissa marit marita marius mariusz mariya marja marjatta marjolein
marjorie marketa markku marko markos markus marleen marlene marlies marlis marloes marlon marsha
marshall mart marta martha marthe martial martijn martin martina martine martins marton marty marvin
mary marzena massimo mate matej mateja mateo mateus mateusz mathew mathias mathieu mathilde mathis
mathurin matias matilda matilde mato mats matt matteo matthew matthias matthieu mattia matvei matyas
maud maude maureen maurice mauricio maurizio mavis max maxence maxim maxime maximilien maximo maxine
maxwell mechthild mederic meelis mees megan meghan meike meindert meirion mel melanie melchior
melchor melinda melisande melissa melvin menno merce meredith merel merike merle merlin mervyn mette
mia micaela micah michael michaela michal michalis michel michela michele micheline michelle mickey
mieczyslaw mieke miguel mihaela mihai mihail mihkel mikael mikhail mikkel mikko miklos mikolaj
milada milagros milana mildred milena milica millicent millie milo milos miloslav milton mimi
mindaugas mindy minerva minna minnie miranda mircea mireille mirela mirella miren miriam mirjam
mirjana mirko miroslav miroslava miroslaw miroslawa mislav mitchell mladen mogens moira moises molly
mona monica monika monique montgomery montse montserrat moonika morag morgan morgane moritz morris
mort morten morwenna moses muireann murdo muriel murray myfanwy mykhailo mykola myra myriam myron
myrtle nacho nadege nadezhda nadia nadine nadja nancy nanna naomi narciso narcisse natalia natalie
nataliya natalya natasa natasha nate nathan nathanael nathaniel nazaret neal nebojsa neda neeltje
neil nele nell nellie nelson nemanja nenad nerea neringa nerys nestor nettie nevena neville nia
niall niamh nicholas nick nicola nicolae nicolai nicolas nicolasa nicole nicoleta nicolo nicusor
niek niels nienke nigel nikita niklas nikodem nikola nikolai nikolaos nikolaus nikolay nikolina
nikos nils nina ninon noah noelia noemie nora norbert norberto noreen norma norman normunds nuno
nuria oana octave octavia octavian octavio oddvar odette odile odilon odo oeyvind oisin oksana ola
olaf olav olavo oldrich ole oleg olegario oleh oleksandr oleksandra oleksiy olena olga olha oliver
olivera olivia olivier oliwia olof olwen olympe ombeline ondine ondrej ophelia oriane orianne oriol
orjan orla orlando ornella orsola orsolya orson oscar osian oskar osmond ostap osvaldo oswald otakar
otavio ottavia ottavio ottilie ottmar otto ottokar ottoline outi ovidiu owen oyvind paavo pablo paco
pacome paddy padraig paivi pal palle paloma pamela panagiota panagiotis pansy paola paolo parker
pascal pascale pascaline pascoe pascual pat patrice patricia patricio patrick patrik patrizia
patrycja patryk patsy patty paul paula paule paulette pauline paulo pavel pavla pavlo pavlos pawel
payton peder pedro peep peer peggy pekka pelagia penelope pentti pepa pepe perceval percival percy
pere perrine perry petar pete peter peteris petr petra petras petre petronella petros petru petter
petunia phil philibert philip philipp philippa philippe philippine phillip phineas phoebe phyllis
pia piero pierre pierrette piet pieter pietro pim pina piotr piret pirjo piroska polina polly portia
preben predrag premysl priit prunella przemyslaw purificacion quentin quincy rabea rachel rachelle
radek radim radka radmila radoslaw radovan radu rae rafael rafal raffaele raffaella ragna ragnar
ragnhild raimonds raimund rainer rainier raisa raivo ralf ralph raluca ramiro ramon ramona ramune
randall randi randolph randy ranko raoul raphael raquel rasa rasmus ratko raul ray raymond raymonde
razvan rebeca rebecca reet reg regina reginald regine regis reidar rein reinaldo reiner reinhard
reinhold reinier rejane reka remco remi remus remy rena renata renate renaud rene renee renske renzo
reuben rex rhian rhiannon rhoda rhona rhys rianne ricarda ricardo riccardo richard rick ricky rieke
rigoberto riikka riina rik riley rimantas risto rita roald roar rob robert roberta roberto robin
robyn rocio rod roderick rodica rodney rodolphe rodrigo rodrigue roel rogelio roger roisin roland
rolande rolf romain roman romane romeo romuald romualdo ronald ronan ronnie roos rory rosalie
rosalind rosalyn rosamund rosanna rosaura roseanne roselyne rosemarie rosemary rosendo rosi rosie
rosine ross rossella rostislav roswitha rowan rowena roxana roxanne roy rozsa ruben rudi rudiger
rudolf rufus rui runa rune rupert ruperto ruslan russell rustam ruta rutger ruth ruud ruzena ryan
ryszard sabina sabine sabino sabrina sadie sakari sally salome salomon salvatore sam samantha sammy
samson samuel sancho sanda sander sandis sandor sandra sandrine sanita sanja sanna sanne saoirse
sara sarah sarka sasa saskia satu saturnino saul saulius scarlett scott seamus sean sebastian
sebastiao sebastien segolene selena selina selma senka seppo serafina serban serena sergei sergey
sergi sergio serhiy servane seth severine severino seymour shane shannon sharon shaun shauna shawn
sheila shelley sheridan sherman sherry shirley sian sibyl sibylle sidney sidonie siebe siegfried
sieglinde siegmund siegrid sietske sigbjorn sigita sigmund signe sigrid sigurd siim silas silke
silvana silverio silvestre silvia silvio silviu simao sime simeon simon simona simone sindre sinead
sinisa siobhan sioned siri sirje siv sixtine sjoerd slavica slavko slavomir slawomir slobodan
snezana soeren sofia sofie sofiya solange soledad solene solomiya solomon solveig sonia sonja sonya
sophia sophie sorcha soren sorin sorina sotiria sotiris spencer spomenka spyridon spyros srdan
stacey stan stana stanislas stanislav stanislaw stanley stavros stefan stefania stefanie stefano
steffen steffi steinar stelian stelios stella stepan stepanka stephane stephanie stephen steve
steven stewart stig stijn stina stine stipe stjepan stojan stuart sture styliani sunniva susan
susana susann susanna susannah susanne susie suzanne suzette svatopluk svein sven svenja sverre
svetlana svitlana swantje sybil sylvain sylvaine sylvestre sylvia sylvie sylwia synnove szczepan
szilvia szymon taavi tabitha tadeusz tadhg tage talia tamara tamas tamsin tancrede tanguy tania
tanja tanya tara taras tarja tarmo tasha tatiana tatjana tatyana taylor ted teemu tegan tena teodor
teodora teodoro teofilo terence teresa tereza terhi terje terri terry tess tessa tetyana teun
thaddee thaddeus thanasis thea thekla thelma theo theodor theodora theodore theodoros theofilos
theophile theres theresa therese thiago thibaud thibault thierry thijs thilo thomas thora thorben
thorbjorn thore thorsten thorvald tiago tiberiu tibor tiffany tihana tihomir tiina tiit tiiu tijmen
tilda tilly tilman tilmann tim timea timo timothee timothy timur tina tineke tiphaine tiziana
tjalling tjark tjerk tobias toby todd tom tomas tomasz tome tomislav tommaso tommy tomos toni tonis
tony toomas toon torben torbjorn tord tore torgeir toril torill torkel tormod torstein torsten
torunn toussaint tracey tracy traian traudl traute travis trefor trent trevor tricia triin trina
trine tristan trond trudy truman trygve tudor tullio tunde tuomas turid tuula tyler tymon tymoteusz
tyra tyrone udo ugo uldis ulf ulises ulla ulle ulric ulrich ulrika ulrike ulysse umberto una unai
unni urbain urbano urmas urs ursel ursula urszula urve uta ute uwe vaclav vadim vaida valdas
valdemar valdis valentin valentina valentine valentino valere valeria valerian valerie valerio
valery vanessa varvara vasco vasile vasiliki vasilis vasily vasso vasyl vaughan vedran veerle vegard
veikko vello velma vendula vera verena vernon veronica veronika vesna vibeke vicenta vicente vicky
victor vidal vidar vigdis viggo viive viktor viktoria vilde ville vilma vilmos vincent vincenza
vincenzo violaine viorel viorica virgilio virginie virginija visnja vit vitaliy vitaly viteslav vito
vitor vittoria vittorio vivian viviana vivien vivienne vlad vladimir vladislav vlado vlasta vojtech
volker volkmar volodymyr vuk vyacheslav vytautas waclaw walburga waldemar waldo wallace walter
waltraud wanda warren wayne wenceslao wenche wendell wendy wenzel werner weronika wesley wessel
whitney wibke wiebe wiebke wieslaw wieslawa wiktor wiktoria wilbur wilfred wilfried wilhelm
wilhelmina willa willeke willem willemijn william willie willis wilma wim winfried winifred winnie
winona winston winthrop witold wladyslaw wlodzimierz wojciech wolfgang wolfram woodrow wouter wyatt
xaver xavier xaviere ximena xoan yael yago yaiza yakov yana yann yannick yannis yaroslav yaroslava
yegor yelena yevgeny yiannis yngve yohan yolanda yolande yorgos yrsa yulia yuliya yuri yuriy yves
yvette yvo yvon yvonne zacarias zach zacharie zachary zane zara zbigniew zbynek zdenek zdenka
zdravko zdzislaw zelda zelie zeljka zeljko zena zenon zephyrin zhanna zinaida zlata zlatan zlatko
zoe zofia zoi zoltan zoran zorica zoya zrinka zsofia zsolt zsuzsanna zuleika zulema zuzana zuzanna
zvonimir zydrunas zygmunt
"""
