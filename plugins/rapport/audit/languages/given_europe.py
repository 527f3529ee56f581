"""Given names common in Europe and the Americas (see `given`)."""

NAMES = """
aad aake aaron aase abbie abe abel abelardo abigail abraham ada adalbert adam adela adele adelheid
adeline adolfo adriaan adrian adriana adrienne afonso agata agatha agathe agda aggeliki agnes agneta
agnieszka agot agustin agustina aidan aigars aija ailbhe aileen aimee aino aisling aiste aitana
aitor aivar aksel alain alan alana albane albert alberto alec aled alejandra alejandro aleksa
aleksandar aleksander aleksandr aleksandra aleksei aleksey alessandra alessandro alessia alessio
alex alexa alexander alexandra alexandre alexandros alexandru alexei alexey alexios alexis alfie
alfonso alfred alfredo algirdas alice alicia alicja alida alin alina aline alison alistair alix
aljoscha alla allan allen allie allison alma almudena alois alojzy alonso alphonse alun alva alvaro
alvin alyona alyssa alzbeta amador amaia amalie amanda amandine amaury amelia amelie amparo amy ana
anabel anabela anais anastasia anastasios anastazja anatol anatoly anca andela anders andrada andras
andre andrea andreas andree andrei andres andrew andrey andrija andris andrus andrzej andy anette
anezka angela angele angelica angelina angelique angelo angharad anghel angus anica anika aniko
anita anja anke ann anna annabel annabelle annalisa anne annegret anneke anneliese annemarie
annemiek annemieke annette annick annie annika anouk anoushka anselme anselmo ansgar antanas ante
antero anthony antje antoine antoinette anton antonia antonieta antonin antonina antonio antony
antti anu aoife apolline apolonia apostolos arabella araceli araminta arantxa aranzazu archie ari
ariadna ariana ariane arianna aris arja arjen arkady arlene armand armando armands armelle armin
arnau arnaud arne arno arnold aron artem arthur artur arturo arturs artyom arunas arvid arvo asbjorn
ashleigh ashley asier aslaug asta astrid asuncion athenais athina atle attila aubrey aud aude audrey
audric audrius augustin augustine aukje aurel aurelia aurelie aurelien aurelija aurelio auxane ava
avery avril axel axelle azucena babs baiba balazs balint baltasar baltazar balthasar baptiste barb
barbara barbel barnabas barnabe barnaby barney barry bart bartek bartholomew bartosz bas basile
bastian bastien baudouin bea beata beate beatrice beatrix beatriz becca becky bedrich begona belen
belinda ben bence benedict benedicte benedita bengt beniamino benita benito benjamin benno benoit
bente bento berangere berend bergljot berit bernadette bernard bernarda bernardo bernd bernhard
bernice bert berta bertha bertie bertille bertrand beryl bess beth bethany betsy bette bettina betty
bev beverley beverly bill billie billy birger birgit birgitta birgitte bjarne bjorn blaise blake
blanche blandine blanka blas blazej bleuenn bob bobbie bobby bodo bogdan bogdana boglarka boguslaw
bohdan bohumil bohumila bojan bojana boleslaw bonnie boris borislav borivoj borja borje bosko bozena
bozidar brad bradley bram brandon branislav branka branko braulio brenda brendan brendon brent
bretislav brett brian brice brid bridget brigitte briony britta brittany bronislaw bronte bronwen
bror bruce bruna bruno bryan bryn brynhild bryony burkhard caetano cai caitlin cal caleb callum
calvin camelia cameron camila camilla camille camilo candelaria candice candide caoimhe cara carey
carl carla carlo carlos carlotta carmel carmela carmen carol carole carolien caroline carolyn carrie
carsten carter carys casimir caspar cass cassandra catalin catalina catarina catharina catherine
cathy cato cayetano cecil cecile cecilia cedric cees celeste celestin celestine celia celina celine
cerys cesar cezar cezary chantal charalampos charlene charles charley charlie charlotte chas cheryl
chiara chloe chris christa christabel christel christelle christian christiane christina christine
christoph christophe christopher christos chrysoula chuck ciara cillian cindy cinzia ciprian claire
clara clare clarence clarissa clarisse claude claudette claudia claudine claudio claudiu claus
clayton clem clemence clement clemente clementina clementine clifford clint clive clotilde clovis
clyde cody coen colas colette colin coline colleen come conceicao concepcion conchita connie connor
conrad constantin cooper cor cora cordelia corentin corey corin corina corinne cormac cornel
cornelia cornelius corrie cosette cosimo cosmin costel courtney craig cressida crispin cristian
cristina cristobal csaba csilla curtis cyn cynthia cyprien cyril cyrille cyrus czeslaw daan dace
dacian dafydd dag dagmar dagny daina daiva dalia dalibor damaso damian damiano damien damon dan dana
danica daniel daniela daniele danielle danijel danny dante danuta daphne darcy daria darina dario
darius dariusz darko darrell darren darya dashiell dave david davina davor deanna deanne debbie
deborah debra declan deiniol deirdre dejan delfina delia delilah delphine denis denisa denise dennis
deolinda derek dermot derrick desmond despina detlef dewi dexter diana diane diarmuid dick didier
diego diemut dieter dietmar dietrich dieuwke dilys dimitra dimitri dimitrios dimitris dina dinah
dino diogo dionisio dirk dmitri dmitriy dmitry dmytro dobromila doina dolly dolph dom dominic
dominik dominique don donald donatella donatien donna dora doreen dorin doris dorota dorothea
dorothee dorothy dorte dorthe doug dougal douglas dragan dragana dragos drahomira drazen drew
drusilla duarte dubravka dumitru duncan dunja dusan dustin dwight dylan eamon eartha ebba ebenezer
eberhard ebru ecaterina eckhard ed eddie edeltraud edgar edgard edgars edie edit edite edith edmond
edmund edmundo edna edoardo edouard eduardo edward edwin edyta eelco eero efa effie efrain egil
egils egon eha eileen eimear einar eira eirik eirini eirlys eivind ekaterina ekkehard elaine eldon
eleanor elefteria eleftherios elena eleni eleonore eleuterio elfriede eli eliane elias elijah elin
elina elinor eliot elisa elisabeth elisabetta elise eliska eliza elizabeth elizaveta elke ella ellen
ellie ellinor elliot elliott elodie eloi eloisa eloise els elsa elsebeth elsie elspeth elton elvira
elzbieta emanuel emanuele emeline emeric emerson emil emile emilia emiliano emilie emilio emily
emlyn emma emmanuel emmanuelle emmett emmie emrys encarnacion endel enguerrand enid eniko enn enoch
enora enrique eoghan epp erasmus eric erica erich erik erika erin erland erling ern ernest ernestine
ernesto ernie ernst erwan erwin eryk erzsebet esben eskil esme esmeralda espen esteban estefania
estela estevao esther eszter ethan ethel ethelbert etienne ettore eudes eugen eugene eugenia eugenie
eugenio eulalia eunice eusebio eustace eustache eva evan evangelia evangeline evangelos evariste
evaristo evdokia eve evelyn evgeni evgenia evgeny evzen ewa ewald ewan ewelina ewen ewout eydis
eystein ezekiel ezra fabian fabien fabienne fabio fabiola fabrice fabrizio faina fanny fatima
faustine fay federica federico felicia felicie felicien felicity felipe felisa felix femke fenella
fenna ferdinand ferenc fergus fermin fernand fernanda fernande fernando ffion fiacre fidel filip
filipa filipe filippo finlay finn fiona fionn fiorella firmin fitzgerald fitzroy flavia flavie
flavien flavius fletcher flo floor flora florencia florencio florent florentin florian florica
florin floris flossie floyd fotini fotis foucauld fran franca frances francesca francesco francine
francis francisca francisco franciszek francois francoise frank frankie franklin franny frantisek
frantiska franz franziska fraser frauke fred freda freddie freddy frederic frederica frederick
frederique fredrik freja freya frida frieda friederike friedrich frits fritz frode froukje fulvio
fyodor gabby gabi gabin gabor gabriel gabriela gabriele gabriella gabrielle gaelle gaetan gaetane
gaetano gail galina garance gareth garrett garth gary gaspard gaston gauthier gautier gavin gavril
gaynor gediminas geert geir gemma gene genevieve gennady genoveva genowefa geoff geoffrey geoffroy
georg george georges georgette georgie georgina georgios georgy gerald geraldine gerard gerardo
gerben gerd gerda gergely gerhard gerlinde germain germaine german gero gerrit gertrud gertrude
gervasio gesa gethin geza gheorghe ghislain ghislaine giacomo giada gian giancarlo gianluca
gianmarco gianni giannis gideon giedre gijs gilbert gilberte gildas giles gilles gillian gina gines
ginette ginevra ginny gintaras gioia giorgia giorgio giorgos giovanna giovanni gisela gisele giselle
gitta gitte giulia giuliana giuliano giulio giuseppe giuseppina gladys gleb glen glenda glenn glenys
gloria glynis gniewomir godfrey goncalo gonzalo goran gordana gordie gordon gottfried graca graciela
graham grainne graziella grazyna greg greger gregoire gregor gregorio gregory greta gretchen grete
grigory griselda gro gruffydd grzegorz guadalupe gudmund gudrun guenole guido guilhem guilherme
guillaume guillermina guillermo guinevere gunda gundula gunilla gunnar gunta gunter gunther guntis
guri gus gustaf gustav gustave gustavo guto guylaine gwen gwenael gwenaelle gwenda gwendal gwendolen
gwendolyn gwenllian gwennael gwilym gwyn gwyneth gyorgy gyula haakon hadrien hakan hakon hal halina
halldor halvard halyna hamish hana hank hanka hanna hannah hanne hanneke hannelore hannes hans
harald harm harold harriet harris harrison harro harry hartmut harvey hattie hauke haydee hector
hedda hedvika hedwig hefin hege heidi heike heikki heiko hein heiner heinrich heinz heledd helen
helena helga helge hella helle helmi helmut helmuth heloise hendrik henk henning henri henrietta
henriette henrik henrike henrique henry henryk herbert heriberto herman hermann herminia hermione
hernan hertha herve hester hilario hilary hilda hilde hildegard hinrich hipolito hippolyte hjalmar
hjordis holger homer honorine honza horace horacio horatio horatiu horst hortense howard hrvoje
hubert hubertus hugh hughie hugo hugues huguette humphrey huw iago ian iancu ida idris ieuan ieva
ifan iga ignacio ignacy ignatius igor ihor ike ilan ilaria ildefonso ildiko ileana ilene ilie ilija
ilinca ilka ilona ilse ilya ilze imanol imants imelda imke imogen imre inaki indrek ineke ines inese
inga inge ingeborg ingemar inger ingmar ingo ingolf ingrid ingrida ingunn ingvar inken inmaculada
inna ioan ioana ioanna ioannis iolo ion iona ionel ionut iosif ira irena irene irina irja irma
irmgard irving iryna isaac isabel isabell isabella isabelle isadora isaiah isaline isaura isaure
iseult isidoro isidro isla ismael isolde istvan itziar iulia iulian iva ivan ivana ivar iveta ivica
ivo ivor iwan iwona izabela izzy jaak jaakko jaan jaanus jaap jacco jacek jacinta jacinthe jacinto
jack jackie jackson jacky jacob jacobo jacobus jacqueline jacques jacqui jadranka jadwiga jagoda
jaime jake jakob jakub james jamie jan jana jane janet janette janice janina janine janis janneke
jannick jannik janos janusz jared jari jarle jarmila jaromir jaroslav jaroslaw jasmina jasmine jasna
jason jasper javier jean jeanette jeanne jeannette jeannine jed jedrzej jeff jeffrey jehan jelena
jelle jemima jemma jen jenna jennifer jenny jens jeppe jeremiah jeremie jeremy jeroen jerome jerrod
jerry jerzy jesper jess jesse jessica jessie jet jethro jill jim jimena jimmy jindrich jindriska
jiri jirina jo joachim joakim joan joana joanna joanne joao joaquim joaquin joaquina jocasta jocelyn
jocelyne jochen jodi jodie joe joel joelle joely joep joey johan johann johanna johanne johannes
john johnny joke jolanta jolita jon jonah jonas jonathan joni jonne joost jordana jordane jordi jorg
jorge jorgen joris jorn jorunn jose josef josefa josefina joseph josephien josephine josette josh
joshua josiah josiane josie josip josselin jost jostein jouni jovan jovana joyce jozef jozsef juan
juana jude judicael judit judith judy judyta juha jukka jules julia julian juliana juliane julie
julien julienne juliet julieta juliette julio julita julius juliusz juno juozas juraj jurate jurgen
jurgita juris jurriaan jussi justin justina justine justino justyna jutta kaare kacper kadri kai
kaisa kaja kalev kalle kalman kamil kamila kara kare karel karen kari karianne karin karina karine
karl karla karol karolina karoly karsten kasia kaspar kaspars katalin katarina katarzyna kate katell
katerina kateryna katharina katharine katherina katherine kathie kathleen kathrin kathryn kathy
katica katie katja katrin katrina kay kayla kazimierz kazys kees keira keith kelly kelsey ken
kendall kendra kenneth kenny kenzie kermit kerry kersti kerstin kestutis kevin keziah kieran kilian
kim kimberly kinga kip kirill kirk kirsten kirsti kirstine kirsty kit kjell kjersti kjetil klaas
klara klaudia klaus knud knut koen koit konrad konstantin konstantina konstantinos konstanze koos
kostas kris kristaps kristen kristian kristiina kristin kristina kristine kristjan kristoffer kristy
kristyna krisztina krunoslav krystian krystyna krzysztof ksawery ksenia kseniya kuldar kulli
kunigunde kurt kveta kvetoslava kyle kylie kyriaki kyriakos lacey lachlan ladislao ladislav laetitia
laima laimonas lainey lajos lambert lana lance lara larisa larissa larry lars larysa lasse laszlo
latoya laura laure laureano lauren laurence laurens laurent laurentiu laurette lauri laurie lautaro
lavinia lawrence lazzaro lea leah leandre leandro leanne lech lee leena leendert lefteris leif leigh
leila leire lembit lena lenka lennart lenore leo leocadia leon leonard leonardo leonce leonel
leonhard leonid leonidas leonie leonor leonora leopold leroy lesley leslie lester lesya leszek
leticia letitia letizia lettice lev levi levin lewis lexi lexie liam lianne libby libor libuse lidia
lidiya lieke lies liesbeth lieselotte lieve liga liina liis lilian liliana liliane lilla lillian
lina linas linda lindsay lindsey linnea linus lionel lisa lise lisette liv liviu liz liza lizzie
ljiljana ljubica llew lloyd llyr loann loes logan loic lois lola lorcan loredana lorena lorenz
lorenza lorenzo loretta lorette lorna lorraine lothar lotta lotte lottie lou louis louisa louise
louison lourenco lovise lowell lowri lubomir lubos luc luca lucas luce lucia lucian luciano lucie
lucien lucienne lucille lucinda lucio lucrecia lucretia lucy lucyna ludek ludivine ludmila ludmyla
ludovic ludvig ludwig luella luigi luigia luis luisa luise luiz luka lukas lukasz luke luminita
luther lutz lydia lyla lyle lynda lyndon lynette lynn lyubov lyudmila maaike maarit maarja maarten
maartje mabel macarena machteld maciej mackenzie madalina maddalena maddie maddox madeleine madeline
madis madison mads mae mael maelle maelys maeve magali magda magdalena magdolna maggie magnhild
magnus maie maija mair mairead maisie maisy maite maj maja maksim malachi malcolm malgorzata malin
malo malte malvina mandy manfred manolo manon mantas manuel manuela mara marc marceau marcel marcela
marcelin marceline marcelino marcella marcelle marcelo marci marcia marcin marco marcos marcus mared
mareike mareile marek margaret margarete margarida margarita margaux marge margery margie margit
margot margret margriet marguerite maria mariah marian mariana mariane marianne mariano maribel
maricarmen marie marieke mariella marielle marigold marija marijana marijke marika marilyn marilynn
marin marina marine marinette marion maris marisa marisol marissa marit marita marius mariusz mariya
marja marjatta marjolein marjorie marjory marketa markku marko markos markus marleen marlene marlies
marlis marloes marlon marlow marnie marsha marshall mart marta martha marthe martial martijn martin
martina martine martins marton marty marvin mary maryanne marzena massimo mate matej mateja mateo
mateus mateusz mathew mathias mathieu mathilde mathis mathurin matias matilda matilde mato mats matt
matteo matthew matthias matthieu mattia mattie matvei matyas maud maude maureen maurice mauricio
maurizio mavis max maxence maxim maxime maximilien maximo maximus maxine maxwell mechthild mederic
meelis mees megan meghan meike meindert meirion mel melanie melchior melchor melinda melisande
melissa melvin melvyn menno merce meredith merel merike merle merlin merryn merv mervyn mette mia
micaela micah michael michaela michal michalis michel michela michele micheline michelle mickey
micky mieczyslaw mieke miguel mihaela mihai mihail mihkel mikael mikey mikhail mikkel mikko miklos
mikolaj milada milagros milana mildred milena milica millicent millie milo milos miloslav milton
mimi mindaugas mindy minerva minna minnie miranda mircea mireille mirela mirella miren miriam mirjam
mirjana mirko miroslav miroslava miroslaw miroslawa mislav mitch mitchell mladen moe mogens moira
moises molly mona monica monika monique montgomery montse montserrat monty moonika morag morgan
morgane moritz morris mort morten morwen morwenna moses muireann mungo murdo muriel murray myfanwy
mykhailo mykola myles myra myriam myron myrtle nacho nadege nadezhda nadia nadine nadja nancy nanna
naomi narciso narcisse nat natalia natalie nataliya natalya natasa natasha nate nathan nathanael
nathaniel nazaret neal nebojsa ned neda neeltje neil nele nell nellie nelson nemanja nenad nerea
neringa nerys nesta nestor nettie nevena neville nia niall niamh nic nicholas nick nicky nicola
nicolae nicolai nicolas nicolasa nicole nicoleta nicolo nicusor niek niels nienke nigel nigella
nikita nikki niklas nikodem nikola nikolai nikolaos nikolaus nikolay nikolina nikos nils nina ninon
nita noah noelia noelle noemie nolwenn nora norbert norberto noreen norma norman normunds nuno nuria
oana obadiah octave octavia octavian octavio oddvar odessa odette odile odilon odo oeyvind oisin
oksana ola olaf olav olavo oldrich ole oleg olegario oleh oleksandr oleksandra oleksiy olena olga
olha oliver olivera olivia olivier oliwia ollie olof olwen olympe ombeline ondine ondrej ophelia
oriane orianne oriol orjan orla orlando ornella orsola orsolya orson oscar osian oskar osmond osric
ostap osvaldo oswald otakar otavio otis ottavia ottavio ottilie ottmar otto ottokar ottoline outi
ovidiu owen oyvind paavo pablo paco pacome paddy padraig paivi pal palle paloma pamela panagiota
panagiotis pansy paola paolo parker pascal pascale pascaline pascoe pascual pat patrice patricia
patricio patrick patrik patrizia patrycja patryk patsy patti patty paul paula paule paulette pauline
paulo pavel pavla pavlo pavlos pawel payton peder pedro peep peer peggy pekka pelagia penelope
pentti pepa pepe perce perceval percival percy pere peregrine perpetua perrine perry petar pete
peter peteris petey petr petra petras petre petroc petronella petros petru petter petunia phil
philibert philip philipp philippa philippe philippine phillip phillipa phineas phoebe phyllis pia
piero pierre pierrette piers piet pieter pietro pim pina piotr pippa piret pirjo piroska polina
polly portia preben predrag premysl priit priscilla prue prunella przemyslaw purificacion quentin
quincy quinn rabea rachel rachelle radek radim radka radmila radoslaw radovan radu rae rafael rafal
rafe raffaele raffaella ragna ragnar ragnhild raimonds raimund rainer rainier raisa raivo ralf ralph
raluca ramiro ramon ramona ramsay ramune randal randall randi randolph randy ranko raoul raphael
raquel rasa rasmus ratko raul ray raymond raymonde razvan rebeca rebecca reece reet reg regan regina
reginald regine regis reidar rein reinaldo reiner reinhard reinhold reinier rejane reka remco remi
remus remy rena renata renate renaud rene renee renske renzo reuben rex rhett rhian rhiannon rhoda
rhona rhys rianne ricarda ricardo riccardo richard rick ricky rieke rigoberto riikka riina rik riley
rimantas risto rita ritchie riwan roald roar rob robbie robert roberta roberto robin robyn rocio rod
roddy roderick rodica rodney rodolphe rodrigo rodrigue roel rogelio roger roisin roland rolande rolf
romain roman romane romeo romilly romuald romualdo romy ronald ronan ronnie ronny roos rory rosalie
rosalind rosalinda rosalyn rosamund rosanna rosaura roscoe roseanna roseanne roseline roselyne
rosemarie rosemary rosendo rosetta rosi rosie rosina rosine ross rossella rostislav roswitha rosy
rowan rowena roxana roxanne roy roz rozsa ruben rudi rudiger rudolf rudy rufus rui runa rune rupert
ruperto ruslan russ russell rustam ruta rutger ruth ruud ruzena ryan ryder ryszard sabina sabine
sabino sabrina sacha sadie sakari sal sally salome salomon salvatore sam samantha sammy samson
samuel sancho sanda sander sandis sandor sandra sandrine sanita sanja sanna sanne saoirse sara sarah
sarka sasa sasha saskia satu saturnino saul saulius scarlett scott seamus sean seb sebastian
sebastiao sebastien segolene selena selina selma senka seppo serafina seraphina serban serena sergei
sergey sergi sergio serhiy servane seth severine severino seymour shane shannon sharon shaun shauna
shawn shay sheila shelley sheridan sherman sherri sherry shirl shirley sholto sian sibyl sibylle sid
sidney sidonie siebe siegfried sieglinde siegmund siegrid sietske sigbjorn sigita sigmund signe
sigrid sigurd siim silas silke silvana silverio silvestre silvia silvio silviu simao sime simeon
simon simona simone sindre sinead sinisa siobhan sioned siri sirje siv sixtine sjoerd slavica slavko
slavomir slawomir slobodan snezana soeren sofia sofie sofiya soizic solange soledad solene solomiya
solomon solveig sonia sonja sonny sonya sophia sophie sorcha soren sorin sorina sorrel sotiria
sotiris spence spencer spomenka spyridon spyros srdan stacey stacy stan stana stanislas stanislav
stanislaw stanley stavros stefan stefania stefanie stefano steffen steffi steinar stelian stelios
stella stepan stepanka stephane stephanie stephen steve steven stevie stewart stig stijn stina stine
stipe stjepan stojan stu stuart sture styliani suki sukie sunniva susan susana susann susanna
susannah susanne susie suzanna suzanne suzette svatopluk svein sven svenja sverre svetlana svitlana
swantje sybil sybille sylvain sylvaine sylvestre sylvia sylvie sylwia synnove szczepan szilvia
szymon taavi tabby tabitha tadeusz tadhg tage talia tamara tamas tamasin tamsin tancrede tanguy
tania tanja tansy tanya tara taras tarja tarmo tarquin tarryn tasha tate tatiana tatjana tatyana
taya taylor ted teddy teemu tegan tena teodor teodora teodoro teofilo terence teresa tereza terhi
terje terrance terri terry tess tessa tetyana teun thad thaddee thaddeus thanasis thea thekla thelma
theo theodor theodora theodore theodoros theofilos theophile theres theresa therese thiago thibaud
thibault thibaut thiebaut thierry thijs thilo thom thomas thora thorben thorbjorn thore thorsten
thorvald tia tiago tiberiu tibor tifenn tiff tiffany tihana tihomir tiina tiit tiiu tijmen tilda
tilly tilman tilmann tim timea timo timothee timothy timur tina tineke tiphaine titouan tiziana
tjalling tjark tjerk tobias toby todd tom tomas tomasz tome tomislav tommaso tommy tomos toni tonis
tony toomas toon torben torbjorn tord tore torgeir toril torill torkel tormod torstein torsten
torunn toussaint tracey tracy traian traudl traute travis trefor trent trevor tricia triin trina
trine trish tristan tristram trixie trond trudie trudy truman trygve tudor tullio tunde tuomas turid
tuula tyler tymon tymoteusz tyra tyrone udo ugo uldis ulf ulises ulla ulle ulric ulrich ulrika
ulrike ulysse umberto una unai unni urbain urbano urmas urs ursel ursula urszula urve uta ute uwe
vaclav vadim vaida val valdas valdemar valdis valentin valentina valentine valentino valere valeria
valerian valerie valerio valery vance vanessa varvara vasco vasile vasiliki vasilis vasily vasso
vasyl vaughan vedran veerle vegard veikko vello velma vendula venetia vera verena vernon veronica
veronika vesna vesta vibeke vic vicenta vicente vicki vicky victor vidal vidar vigdis viggo viive
viktor viktoria vilde ville vilma vilmos vincent vincenza vincenzo violaine viorel viorica virgilio
virginie virginija visnja vit vitaliy vitaly viteslav vito vitor vittoria vittorio viv vivi vivian
viviana vivien vivienne vlad vladimir vladislav vlado vlasta vojtech volker volkmar volodymyr vuk
vyacheslav vytautas waclaw walburga waldemar waldo wallace wally walt walter waltraud wanda warren
wayne wenceslao wenche wendell wendy wenzel werner weronika wes wesley wessel whitney wibke wiebe
wiebke wieslaw wieslawa wiktor wiktoria wilberforce wilbert wilbur wilf wilfred wilfrid wilfried
wilhelm wilhelmina willa willeke willem willemijn william willie willis wilma wim winfried winifred
winn winnie winnifred winona winston winthrop witold wladyslaw wlodzimierz wojciech wolfgang wolfram
woodrow woody wouter wyatt xanthe xaver xavier xaviere ximena xoan yael yago yaiza yakov yana yann
yannick yannis yaroslav yaroslava yasmin yegor yelena yevgeny yiannis yngve yohan yolaine yolanda
yolande yorgos yrsa yulia yuliya yuri yuriy yves yvette yvo yvon yvonne zac zacarias zach zachariah
zacharie zachary zack zander zane zara zbigniew zbynek zdenek zdenka zdravko zdzislaw zeke zelda
zelie zeljka zeljko zena zenon zephyrin zhanna zillah zinaida zlata zlatan zlatko zoe zoey zofia zoi
zoltan zoran zorica zoya zrinka zsofia zsolt zsuzsanna zuleika zulema zuzana zuzanna zvonimir
zydrunas zygmunt
"""
