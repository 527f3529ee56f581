"""French."""

from __future__ import annotations

from rapport.audit.languages import reaching
from rapport.audit.languages.model import Language, Naming, bag
from rapport.audit.languages.phrases import Phrases
from rapport.audit.languages.selling import Selling
from rapport.audit.languages.shared import COMPANIES, PLACES, citing

_ASKS = {
    "vague": (
        "qu'en pensez-vous", "qu'en penses-tu", "qu'en dites-vous", "que pensez-vous",
        "quel|quels est|sont votre|vos avis|opinion", "quel est votre|ton avis", "votre avis",
        "vos avis|réactions|commentaires|pensées", "^et vous$", "^et toi$", "des avis|questions",
        "êtes-vous d'accord", "d'accord$", "qu'est-ce que vous en pensez", "vous en pensez quoi",
        "une|des remarques|idées|question|remarque",
    ),
    "anyone": (
        "quelqu'un a|parmi|sait|connaît|peut|aurait * déjà|vous|exemple|expérience",
        "y a-t-il * quelqu'un", "y a-t-il * parmi vous", "qui d'entre vous", "qui parmi vous",
        "qui a déjà", "quelqu'un d'entre vous", "certains d'entre vous", "l'un d'entre vous",
        "est-ce que quelqu'un", "qui|lesquels|lequel parmi vous",
    ),
    "tried": (
        "avez vous * déjà|jamais", "vous avez * déjà|jamais", "vous est il|elle|on * arrivé",
        "as tu * déjà|jamais", "votre|ton * expérience|pratique|cabinet|tribunal|région",
        "selon vous", "d'après vous", "chez vous", "quand avez vous * dernière",
        "comment avez vous",
    ),
    "correction": (
        "qu'ai-je oublié|manqué|négligé|raté", "ai je * oublié|tort|manqué|trompé",
        "ai je * * compris|raison|tort", "me trompé|trompe je", "où ai-je",
        "où est-ce que je", "me|nous trompe|trompons", "que manque", "qu'est-ce qui manque",
        "que devrais|devrions je|nous ajouter|essayer|lire", "suis je * seul|seule",
    ),
    "rhetorical": (
        "vous êtes-vous * demandé", "saviez|savez vous que|qu", "le saviez-vous", "qui sait$",
        "qui l'eût cru", "qui aurait cru|imaginé", "pourquoi pas", "et alors$", "n'est-ce pas",
        "pourquoi$", "^vraiment$", "^et après$", "^et maintenant$", "^résultat$", "^le résultat$",
        "non$", "cherchez|envisagez|souhaitez|voulez|désirez|recherchez|divorcez vous",
        "besoin d'un", "besoin d'une", "besoin d'aide",
        "vous cherchez|envisagez|souhaitez|voulez|désirez|recherchez", "avez-vous besoin",
        "qui n'a", "qui n'aime", "qui ne voudrait", "que veut|signifie|faut", "faut-il", "peut-on",
        "est-ce * sérieux|grave", "comment|pourquoi faire|expliquer", "que dire|faire",
        "à quoi bon", "qui peut|pourrait * dire|nier",
    ),
}  # fmt: skip

_ANSWERS = {
    "answer": (
        "oui", "non", "pas", "jamais", "rien", "personne", "parce", "car", "seulement", "bien sûr",
        "évidemment", "certainement", "peut être", "probablement", "parfois", "souvent", "rarement",
        "toujours", "les deux", "aucun", "aucune", "cela|ça dépend", "tout dépend", "bref",
        "en bref", "la réponse", "ma réponse", "d'abord", "premièrement", "alors", "si oui|non",
        "sinon", "c'est", "ce n'est", "il faut|suffit|s", "vous pouvez|devez|devriez|n|avez|êtes",
        "on peut|doit", "selon", "à moitié", "presque", "peu", "beaucoup", "simple", "simplement",
        "ni", "environ", "entre", "moins", "plus", "je crois|pense|doute|ne",
        "le|la tribunal|cour|loi|juge|texte", "tout|toutes|tous", "qu'il", "qu'elle", "qu'on",
        "que", "pour", "celui|celle", "quatre|trois|deux|six mois|ans|jours|semaines",
        "en effet|réalité|principe|moyenne", "ici", "voici", "voilà", "par",
    ),
}  # fmt: skip

_TERMS_OF_ANSWERS = {
    "terms": (
        "s'il vous plaît", "merci de|d", "^pas de|d * nom|noms|gêne|jugement",
        "^sans nom|noms|nommer",
        "^oui|non , je|nous sais|savons|connais|connaissons", "^bien sûr je|nous sais|savons",
        "^toutes|toute|les réponses|réponse", "pas de mauvaise|mauvaises|bonne",
    ),
}  # fmt: skip

_TELLS = {
    "invite": (
        "reçu|reçus|reçue|reçues avec gratitude|plaisir|reconnaissance", "place en commentaire",
        "vos * m'intéressent", "vos * nous intéressent", "n'hésitez pas à compléter|ajouter",
        "je|nous serais|serions|serai|serons heureux|heureuse|ravi|ravie d'apprendre",
        "je|nous serais|serions|serai|serons heureux|heureuse|ravi|ravie de lire|savoir|connaître",
        "^racontez", "^dites", "votre|vos * en commentaire|commentaires",
        "^dites|racontez|écrivez|envoyez|donnez moi|nous",
        "^corrigez|laissez|signalez|partagez moi|nous",
        "^montrez|montre moi|nous * vous|votre|vos|tes|tu|erreur",
        "^racontez|partagez|dites|écrivez|laissez * * commentaires|commentaire",
        "^signalez|décrivez|postez|ajoutez|répondez * * commentaires|commentaire",
        "^dis|raconte|écris|envoie|donne|corrige moi|nous", "^commentez|réagissez", "^répondez$",
        "^répondez * ici|dessous|commentaire|commentaires|moi|nous|bas|question|questions",
        "laissez|postez|écrivez un|votre|vos commentaire|avis|histoire",
        "partagez|racontez votre|vos", "n'hésitez pas à * commenter|corriger|réagir|partager",
        "n'hésitez pas à * contredire|raconter|répondre|témoigner",
        "vos commentaires|exemples|témoignages sont * bienvenus|bienvenues|ouverts",
        "vos corrections|histoires|remarques sont * bienvenus|bienvenues|ouverts",
        "je suis|serais * curieux|curieuse * de|d * savoir|lire|connaître",
        "je suis preneur|preneuse",
        "j'aimerais * lire|savoir|connaître|entendre * vos|votre|ce|comment|si",
        "les commentaires sont|restent ouverts", "je|nous lirai|lirons|lis * vos|votre",
        "à vos claviers", "à vos plumes", "faites-moi savoir", "faites-nous savoir",
        "contredisez-moi", "détrompez-moi",
    ),
    "contact": (
        "contactez nous|moi|notre|le", "^contactez", "nous|me contacter", "écrivez-nous",
        "parlez-en à", "prenez contact", "rapprochez-vous", "adressez-vous", "joindre notre|nos",
        "n'hésitez pas à nous",
    ),
    "hire": (
        "^appelez|téléphonez nous|moi|notre|le|dès|maintenant",
        "prenez|réservez|demandez|fixez * rendez vous", "prenez rendez-vous",
        "réservez|demandez votre|une|un consultation|devis|entretien|créneau|place",
        "consultation|entretien|devis|premier|première * gratuit|gratuite|offert|offerte|sans",
        "rendez-vous gratuit", "sans engagement", "confiez nous|votre|vos",
        "faites|faire appel à nos|notre|nous",
        "nous|avocats|cabinet|équipe vous|vos accompagne|accompagnons|accompagnent",
        "nous|avocats|cabinet|équipe vous|vos défend|défendons|assiste",
        "vous accompagne|accompagnons|accompagnent|assistons|assiste",
        "vous conseillons|conseille|aidons|aide|défendons",
        "nous pouvons|pourrons vous aider|assister|conseiller|accompagner",
        "faites-vous accompagner|assister", "faites-nous confiance", "à votre disposition|écoute",
        "choisissez notre|nos|un", "inscrivez-vous",
        "contactez * dès|aujourd|cabinet|avocats|équipe|rendez",
        "satisfait ou remboursé", "places sont * limitées|comptées", "devis gratuit|offert",
    ),
    "boast": (
        "notre|nos * expérimentés|expérimentée|expérimentées|spécialisés",
        "notre|nos * reconnu|reconnue|reconnus|dévoués",
        "notre|nos * primé|primée|renommé|renommée|qualifiés|qualifiée|compétents|compétente",
        "notre expertise|excellence|savoir|expérience|réputation",
        "nos experts|spécialistes|succès|résultats",
        "nous sommes|avons|comptons * leader|leaders|meilleurs",
        "nous sommes|avons|comptons * meilleure|spécialistes|experts|spécialisés",
        "nous|avocats|cabinet avons|ont|a * gagné|obtenu|remporté", "nous sommes fiers",
        "nous|cabinet|avocats * plus|depuis * vingt|trente|dix|quinze|ans",
        "défendent|défendons vos|votre", "votre partenaire", "depuis plus de * ans",
        "nous distingue|distinguent", "fait|font notre force|différence", "nous font * confiance",
        "nos clients disent|reviennent|restent|apprécient|recommandent",
    ),
    "praise": (
        "leader|leaders du|en|de|dans",
        "meilleur|meilleurs|meilleure|meilleures de|avocats|cabinets|cabinet",
        "reconnu|reconnue|reconnus comme|pour|par", "de premier plan", "de renom",
        "est là pour vous", "haut de gamme",
        "sur mesure", "primé|primée|primés", "incontournable", "de pointe",
        "expérimentés|expérimentée|chevronnés", "hautement qualifiés|qualifiée",
        "plus * ans d'expérience", "années d'expérience",
        "entre de bonnes mains", "à vos|tes côtés",
    ),
    "disclaimer": (
        "ne constitue|constituent", "conseil|conseils|avis juridique|juridiques",
        "à titre informatif", "à titre indicatif", "ne saurait|sauraient * engager|remplacer",
        "information|informations générale|générales", "ne remplace|remplacent",
    ),
}  # fmt: skip

_ASIDES = {
    "aside": (
        "commentaire|commentaires", "erreur|erreurs", "correction|corriger", "exemple|exemples",
        "avis", "expérience|expériences", "histoire|histoires", "témoignage|témoignages",
        "contredire", "désaccord", "autrement", "suggestion|suggestions", "remarque|remarques",
    ),
}  # fmt: skip

_CREDITS = {
    "credit": (
        "^archives|collection|fonds",
        "^photo|photos|image|images|illustration|dessin|source|photographie|cliché|visuel :|–|—",
        "^crédit", "^crédits", "^copyright", "avec l'aimable", "cc by|0", "domaine public",
        "wikimedia", "unsplash", "flickr", "pexels", "pixabay",
    ),
    "by": (
        "^dessiné|photographié|prise par", "^par", "photo|image|dessin|illustration|crédit par",
        "cliché|croquis|schéma|plan|carte|gravure par",
        "aquarelle|peinture|tableau|affiche|portrait|graphique par", "réalisé|réalisée par",
        "tirage|montage|reproduction|capture|photographie|cartographie par",
    ),
}  # fmt: skip

_SELLING = Selling(
    firm="équipe équipes cabinet avocat~ expert experts spécialiste~ étude associés bureau "
    "bureaux collaborateurs juriste~ conseil conseils maison agence société entreprise "
    "consultants notaire~ professionnels interlocuteur",
    clients="client clients cliente clientes entreprise~ familles salarié~ employeur~ bailleur~ "
    "locataire~ dirigeant~ fondateurs particuliers victime~ héritiers pme startups propriétaires "
    "justiciables créateurs",
    acts="contactez appelez téléphonez réservez prenez demandez confiez faites choisissez "
    "n'hésitez hésitez venez écrivez inscrivez abonnez obtenez bénéficiez profitez découvrez "
    "téléchargez remplissez rejoignez laissez consultez essayez adressez attendez parlez "
    "contacter appeler réserver passez poussez sollicitez commandez planifiez envoyez tardez",
    helps="aide aidons aident aider accompagn~ conseill~ représent~ défend~ assist~ protég~ "
    "protèg~ offr~ propos~ obtenu~ gagné~ obtenons sécuris~ soutien~ soutenons prend prenons "
    "charge négoci~ rédig~ intervien~ intervenons guide guidons optimis~ traitons gérons gère "
    "assur~ mettons mobilis~ veillons",
    merits="expérimenté~ expertise expérience chevronné~ reconnu~ renommé~ réputé~ primé~ "
    "récompensé~ leader leaders incontournable~ excellence excellent~ spécialisé~ spécialiste~ "
    "compétent~ dévoué~ engagé~ passionné~ rigueur réactivité réactif~ disponib~ écoute mesure "
    "sérieux efficace~ efficacité exceptionnel~ meilleur~ succès réussite fier~ fiers confiance "
    "classé~ premier~ unique~ pragmatique~ proximité innovant~ complet~ personnalisé~ humain "
    "qualité pluridisciplinaire~ solide~ haut pointe éprouvé~ savoir",
    offers="consultation~ rendez rdv devis entretien accompagnement bilan diagnostic audit "
    "formule~ forfait~ offre offres service~ prestation~ séance appel atelier~ formation~ "
    "webinaire newsletter brochure guide conseil conseils échange étude démonstration essai",
    terms="gratuit~ offert~ engagement forfait~ tarif~ prix honoraires remise~ réduction~ euros "
    "confidentiel~ forfaitaire~ obligation promotion frais",
    promises="attendez attendre aujourd maintenant tard sérénité serein~ sereinement esprit "
    "tranquil~ souci~ droits méritez vite vôtre côtés côté bonnes mains demain défense intérêts "
    "indemnisation maximale stress simplement",
    counts="ans années décennies dossiers clients affaires millions entreprises familles prix "
    "procédures projets",
)

_LEADS = bag("et mais ou alors puis donc enfin ensuite s'il plaît aussi maintenant merci")

_NAMING = Naming(
    honorifics=bag(
        "m mm mme mlle mgr me maitre monsieur madame mademoiselle docteur dr professeur",
        "professeure pr juge president presidente ministre senateur senatrice depute deputee",
        "maire pere soeur frere capitaine colonel general commissaire prefet prefete batonnier",
        "batonniere procureur procureure conseiller conseillere avocat avocate notaire",
    ),
    before=bag(
        "apres par avec de a et ou selon pour chez entre merci que qu dit ecrit demande appelle",
        "comme contre repond repondit raconte cite citait rencontre quand lorsque si mais car",
        "dont c etait est remercie invite lu lire sans d",
    ),
    speech=bag(
        "dit disait ecrit ecrivait soutient soutenait estime estimait pense pensait voit voyait",
        "propose proposait raconte racontait explique expliquait demande demandait repond",
        "repondit rappelle rappelait note notait souligne soulignait affirme affirmait critique",
        "critiquait cite citait decrit decrivait publie publiait enseigne enseignait travaille",
        "travaillait defend montre montrait signe signait conteste doute croit ajoute ajoutait",
        "remarque observe suggere recommande lit lisait parle parlait sourit rit commente",
    ),
    verbs=bag("a avait est etait m nous lui en y va vient s se ne n fait faisait"),
    copulas=bag("est etait sont etaient"),
    sites=bag("rue avenue boulevard place square quai ecole lycee college hopital stade gare pont"),
    jobs=bag(
        "avocat avocate juge notaire professeur professeure confrere consoeur ami amie auteur",
        "autrice lecteur lectrice journaliste photographe temoin client cliente mediateur",
        "mediatrice chercheur chercheuse historien historienne ecrivain ecrivaine poete",
        "greffier greffiere huissier huissiere magistrat magistrate expert experte traducteur",
        "traductrice interprete collegue voisin voisine locataire proprietaire directeur",
        "directrice fondateur fondatrice stagiaire medecin sociologue economiste philosophe",
        "dessinateur dessinatrice illustratrice illustrateur blogueuse blogueur",
    ),
    relative=bag("qui dont que lequel laquelle avocat avocate un une le la ancien ancienne alors"),
    openers=bag(
        "le la les l un une des du de d au aux ce cet cette ces mon ma mes ton ta tes son sa",
        "ses notre nos votre vos leur leurs je j tu il elle on nous vous ils elles qui que quoi",
        "ou quand comment pourquoi combien quel quelle quels quelles et mais donc or ni car si",
        "comme lorsque lorsqu puisque quoique dans en sur sous avec sans pour par chez entre",
        "vers contre selon depuis pendant avant apres jusque malgre voici voila merci cher",
        "chere bonjour non oui pas ne plus moins tres trop assez bien mal aussi encore toujours",
        "jamais souvent parfois ici maintenant hier demain aujourd desormais enfin ensuite puis",
        "alors ainsi pourtant cependant toutefois meme tout tous toute toutes aucun aucune",
        "chaque plusieurs quelques certains certaines deux trois quatre cinq photo image source",
        "credit lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril",
        "mai juin juillet aout septembre octobre novembre decembre premier premiere c est",
        "ancien ancienne feu reste avez",
    ),
    things=bag(
        "programme projet reseau collectif atelier initiative forum plateforme",
        "cour tribunal conseil chambre assemblee senat loi lois code decret arrete article",
        "directive reglement constitution traite convention charte arret jugement affaire droit",
        "droits civil civile penal penale commerce travail ministere ministre gouvernement",
        "republique etat etats union europeenne europeen europe france francais francaise",
        "nationale national ordre barreau avocats notaires association societe compagnie banque",
        "postale poste agence bureau office caisse fonds institut ecole universite faculte",
        "academie bibliotheque musee hopital eglise rue avenue boulevard place pont quai tour",
        "gare aeroport ville village commune region departement mairie palais maison chateau",
        "parc jardin ile mont lac riviere mer cote journal revue gazette magazine monde figaro",
        "liberation presse editions librairie prix festival journee semaine mois annee siecle",
        "guerre general generale generaux public publique prive privee haut haute grand grande",
        "petit petite nouveau nouvelle nouveaux vieux vieille premier premiere deuxieme dernier",
        "derniere cassation appel instance judiciaire administratif administrative prudhommes",
        "assurance assurances credit agricole mutuelle groupe fondation syndicat parti",
        "mouvement comite commission autorite google apple microsoft facebook amazon windows",
        "sud nord est ouest central centrale international internationale saint sainte saints",
        "notre dame sacre coeur quartier zone secteur service services bien biens",
    )
    | COMPANIES,
    places=PLACES,
    articles=bag("le la les l un une des du ce cet cette ces notre nos votre vos leur leurs"),
    versus=bag("contre v vs c"),
)

LANGUAGE = Language(
    code="fr",
    common=bag(
        "le la les l des du un une et est que qui qu dans pour pas ne n il elle on ce c cette ces",
        "sur plus par au aux avec sont nous vous je j mais ou où se s son sa ses leur comme être",
        "été ont était très si tout fait même sans d à aussi y",
    ),
    wh=bag(
        "quel quelle quels quelles quand où qui que qu quoi comment pourquoi combien lequel",
        "laquelle lesquels lesquelles",
    ),
    you=bag("vous votre vos tu te toi ton ta tes vôtre vôtres"),
    we=bag("nous notre nos nôtre nôtres cabinet"),
    me=bag("je j me m moi mon ma mes mien mienne miens miennes"),
    houses=bag("cabinet"),
    negations=bag("ne n pas jamais rien aucun aucune ni sans non personne"),
    fillers=bag(
        "qu que quoi qui en pensez penses pense dites dis vous tu votre vos ton tes avis",
        "opinion opinions quel quels quelle quelles est sont ce cela ça c et ou mais alors donc",
        "de du des le la les l un une êtes d accord questions question remarques réactions",
        "idées commentaires pensées à sujet là il y a t article billet texte sur être ai avez",
        "au aux , ; : ! ? toi moi",
    ),
    nowhere=bag(
        "ici là ce cet cette ces cliquez cliquer clic lire lisez la le les suite plus lien",
        "liens page site article billet source blog voir en savoir d'infos infos informations",
        "texte complet un une l de du au sur par détails suivant original",
    ),
    sharing=bag(
        "partager partagez partage partages envoyer envoyez transmettre transmettez recommander",
        "recommandez tweeter tweetez retweeter publier publiez signaler imprimer enregistrer",
        "suivre suivez abonner abonnez diffuser diffusez faire faites passer ami amis amie",
        "collègue collègues courriel mail e mél discuter share tweet",
    ),
    asks=Phrases(_ASKS, _LEADS),
    answers=Phrases(_ANSWERS),
    terms_of_answers=Phrases(_TERMS_OF_ANSWERS, _LEADS),
    tells=Phrases(_TELLS | reaching.FR, _LEADS),
    others=Phrases(reaching.FR_OTHERS, _LEADS),
    asides=Phrases(_ASIDES),
    credits=Phrases(_CREDITS),
    glosses=bag("signifie signifient signifiait"),
    selling=_SELLING,
    naming=_NAMING,
    cites=citing(
        r"\b[Aa]rt(?:icle|icles|\.) ?(?:[LRD]\.? ?)?\d",
        r"\b[Cc]ode (?:civil|pénal|du|de|des|monétaire|général)",
        r"\b[Ll]oi (?:n|du|de \d|relative|Badinter|Alur)",
        r"\b[Aa]rrêt (?:du \d|n)",
        r"\b[Cc]ass\. ",
        r"\w c\. (?=[A-Z\u00c0-\u00de])",
        r"\w contre (?=[A-Z\u00c0-\u00de]\w+ (?:SA|SARL|Société))",
        r"\bRGPD\b",
    ),
)
