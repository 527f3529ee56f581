"""Spanish. Verbs carry the person, so endings count as address too (`you_endings`)."""

from __future__ import annotations

from rapport.audit.languages import reaching
from rapport.audit.languages.model import Language, Naming, bag
from rapport.audit.languages.phrases import Phrases
from rapport.audit.languages.selling import Selling
from rapport.audit.languages.shared import COMPANIES, PLACES, citing

_ASKS = {
    "vague": (
        "qué|que opina|opinas|opináis|opinan|piensa|piensas|pensáis",
        "qué|que piensan|crees|creéis|cree|os|te|le", "qué|que les|os|te|le parece",
        "cuál es su|tu|vuestra opinión", "cómo lo ves|veis|ve|ven", "^opiniones$", "^comentarios$",
        "^preguntas$", "^y tú$", "^y vosotros$", "^y usted$", "^y ustedes$",
        "está|estás|estáis|están de acuerdo", "^alguna opinión|idea|pregunta", "^de acuerdo$",
        "qué decís|dices", "^verdad$", "^no$",
    ),
    "anyone": (
        "alguien ha|sabe|conoce|tiene|más|de|aquí|recuerda * caso|ejemplo|visto",
        "alguien ha|sabe|conoce|tiene|más|de|aquí|recuerda * vosotros|ustedes|experiencia|alguna",
        "ha|conoce|sabe|tiene|hay alguien * caso|ejemplo|visto|vosotros",
        "ha|conoce|sabe|tiene|hay alguien * ustedes|experiencia|alguna|más",
        "alguno|alguna|algunos|quién|quiénes de vosotros|ustedes",
        "quién|quien más|ha * visto|tenido|conseguido|probado", "algún lector|lectora",
        "a alguien le|les",
    ),
    "tried": (
        "habéis|has|han * alguna|ya|nunca|visto|tenido|conseguido|probado", "ha * alguna vez",
        "ha|han ya? visto|tenido|conseguido|probado", "os|te|le|les ha|han pasado|ocurrido|tocado",
        "su|tu|vuestra experiencia|práctica",
        "en su|tu|vuestro|vuestra despacho|juzgado|ciudad|provincia|país", "cuándo fue la última",
        "cuándo * última vez", "^cómo|cuándo|dónde|qué|cuál * has|habéis|usted|ustedes|vosotros",
    ),
    "correction": (
        "qué|que me|nos|se he|hemos|ha|falta|olvida|escapa|dejo",
        "en qué|dónde me equivoco|equivoqué", "me equivoco|equivoqué",
        "he|hemos entendido|leído|interpretado * * bien|mal", "tengo|tenemos razón",
        "lo he|hemos entendido|leído|interpretado bien|mal",
        "he|hemos * olvidado|equivocado|omitido", "qué falta", "me|nos * falta algo",
        "qué añadiría|añadirías|añadiríais|cambiaría|cambiarías|cambiaríais",
        "estoy equivocado|equivocada|solo|sola",
    ),
    "rhetorical": (
        "te has|has preguntado|preguntado", "se ha|han preguntado", "os habéis preguntado",
        "sabía|sabías|sabíais que", "quién sabe", "quién lo diría", "quién no", "por qué no",
        "y qué$", "^y$", "^en serio$", "^de verdad$", "por qué$", "^y ahora$", "^el resultado$",
        "le suena", "os suena", "te suena", "a qué esperas|espera",
        "necesita|necesitas|busca|buscas|quiere * abogado|abogada|ayuda|asesoramiento",
        "quieres|desea|desea|está|estás * abogado|abogada|ayuda|asesoramiento",
        "necesita|necesitas|busca|buscas|desea",
        "le|te|les|os han despedido|engañado|estafado|demandado|multado",
        "ha|has|han|habéis sido * despedido|víctima|demandado|estafado",
        "ha|has|han|habéis sufrido", "qué significa|quiere|implica", "qué debe|debo|debes|hay que",
        "qué puede|puedes|puedo hacer", "cuánto|qué cuesta|vale", "para qué",
    ),
}  # fmt: skip

_ANSWERS = {
    "answer": (
        "sí", "no", "ni", "nunca", "nada", "nadie", "porque", "solo", "sólo", "claro",
        "por supuesto", "desde luego", "quizá", "quizás", "tal vez", "probablemente", "a veces",
        "depende", "ambos", "ambas", "ninguno", "ninguna", "la respuesta", "mi respuesta",
        "en primer lugar", "primero", "entonces", "si", "es|era", "que", "lo que|cierto|normal",
        "calla", "menos", "más", "poco", "mucho", "casi", "apenas", "según",
        "el|la juez|jueza|ley|tribunal|sentencia|banco|código",
        "usted|ustedes|tú puede|puedes|debe|debes", "hay que", "creo", "pienso", "dudo",
        "en realidad|efecto|principio", "todos", "todo", "así", "aquí", "puede", "debe",
        "de momento", "por", "para", "quien", "pues", "siempre", "simplemente", "al menos",
    ),
}  # fmt: skip

_TERMS_OF_ANSWERS = {
    "terms": (
        "por favor", "^sin|nada nombres|dar|de * nombres", "^sin nombres", "^no hace falta",
        "^sí|no , ya|lo * sé|sabemos", "^sí|no , sé|sabemos|conozco|conocemos",
        "^todas|cualquier las? respuestas|respuesta", "^no hay respuestas|respuesta",
    ),
}  # fmt: skip

_TELLS = {
    "invite": (
        "escríbanlo|escribidlo|escríbelo * debajo|abajo|comentarios|aquí", "^cuéntenoslo",
        "^cuéntanoslo", "^contádnoslo", "cuéntanoslo", "^dínoslo", "^díganoslo", "^díganmelo",
        "será|serán|son bienvenido|bienvenidos|bienvenida|bienvenidas",
        "agradeceremos|agradezco|agradecemos|agradecería * cita|citas|comentario|comentarios",
        "agradeceremos|agradezco|agradecemos|agradecería * corrección|correcciones|referencia",
        "agradeceremos|agradezco|agradecemos|agradecería * referencias|ejemplo|ejemplos",
        "los|vuestros|sus|tus comentarios * abajo|debajo", "escríbenos y",
        "^cuéntame", "^cuéntanos", "^contadme", "^contadnos", "^cuénteme", "^cuéntenos",
        "^cuéntenme", "^díganme", "^dígame", "^díganos", "^decidme", "^decidnos", "^dime", "^dinos",
        "^escríbeme", "^escribidme", "^escríbame", "^escríbanme", "^corregidme", "^corrígeme",
        "^corríjame", "^corríjanme", "^enviadme", "^envíame", "^envíeme", "^mandadme", "^compartid",
        "^comparta|comparte|compartan su|tu|vuestra|sus|tus|vuestras",
        "^contad|cuente|cuenta|escribid|escriba|escribe * * comentarios|comentario",
        "^deje|deja|dejad|responda|responde|responded * * comentarios|comentario",
        "dejad|deja|deje|dejen * comentario|comentarios|opinión|experiencia|ejemplo",
        "los comentarios están|siguen|quedan abiertos",
        "me|nos gustaría|encantaría|interesa|interesaría * saber|leer|conocer|oír|escuchar",
        "quiero|querría|queremos saber|leer|oír|conocer * vuestra|vuestro|su|tu|qué|cómo",
        "espero|esperamos * comentarios|respuestas|historias",
        "vuestros|sus|tus comentarios|ejemplos * bienvenidos|bienvenidas|abajo",
        "vuestros|sus|tus historias|opiniones|correcciones * bienvenidos|bienvenidas|abajo",
        "os|les|te leo|leemos|escucho", "estoy deseando leer|saber", "se admiten",
        "tengo curiosidad",
    ),
    "contact": (
        "contacte|contacta|contacten|contactad con|nosotros", "^contáctenos", "^contáctanos",
        "póngase|ponte en contacto", "escríbanos", "escríbenos",
        "hable|habla con nosotros|nuestro|nuestros", "consulte|consulta con nosotros|nuestros",
        "acuda|acude a nuestro|nosotros", "consúltenos", "consúltanos", "no dude|dudes en",
    ),
    "hire": (
        "^llámenos", "^llámanos", "^llame|llama * nosotros|ya|hoy|ahora|al",
        "llámenos|llámanos hoy|ya|ahora", "pida|pide|solicite|solicita * cita|consulta|presupuesto",
        "reserve|reserva|concierte|concierta * cita|consulta|presupuesto",
        "primera consulta|visita * gratuita|gratis",
        "consulta|presupuesto|asesoramiento|estudio gratuita|gratuito|gratis", "sin compromiso",
        "contrate|contrata a|nuestros|nuestro|con",
        "confíe|confía|confíen en nosotros|nuestro|nuestros",
        "déjenos|déjanos ayudarle|ayudarte|defenderle",
        "podemos ayudarle|ayudarte|asesorarle|asesorarte|defenderle",
        "le|te ayudamos|asesoramos|defendemos|acompañamos|representamos",
        "estamos a su|tu disposición", "estamos aquí para", "reclame|reclama con nosotros",
        "nuestros|nuestro abogados|equipo|despacho le|te", "elija|elige nuestro|a",
        "suscríbase|suscríbete", "haga|haz su|tu consulta", "solo cobramos",
        "confía|confíe|confiá en nosotros", "déjelo|déjalo|dejalo en nuestras manos",
        "reserve|reserva|reservá su|tu plaza|lugar|cita|sitio|entrada",
        "plazas|lugares|cupos son|están limitadas|limitados",
    ),
    "boast": (
        "somos líderes|expertos|especialistas|los|pioneros|referentes|el|la",
        "nuestra experiencia|excelencia|trayectoria",
        "nuestro|nuestros * experimentado|experimentados|especializado",
        "nuestro|nuestros * especializados|galardonado|prestigioso|expertos",
        "hemos|han|ha ganado|conseguido|recuperado|obtenido * casos|millones",
        "hemos|han|ha ganado|conseguido|recuperado|obtenido * juicios|indemnizaciones|miles",
        "contamos con * mejores|expertos|especialistas|años|experiencia|equipo",
        "estamos orgullosos", "más de * años de experiencia",
        "nuestros éxitos|resultados|clientes * avalan|confían|saben", "los mejores resultados",
        "tasa de éxito", "luchamos por", "máxima indemnización",
        "confían en nosotros", "nos diferencia|distingue", "nosotros nos encargamos|ocupamos",
    ),
    "praise": (
        "los|las mejores abogados|abogadas|despachos|profesionales|especialistas",
        "líder|líderes en|del|de", "mejor|mejores despacho|despachos|abogado|abogados",
        "de primer nivel", "está aquí para usted|ti",
        "de reconocido prestigio", "galardonado|galardonados|premiado|premiados",
        "altamente cualificados|especializados", "a medida", "años de experiencia", "número uno",
        "de referencia", "amplia experiencia",
        "en buenas|mejores manos", "a su|tu lado",
    ),
    "disclaimer": (
        "no constituye|constituyen", "asesoramiento|consejo jurídico|legal",
        "carácter informativo|general|meramente", "no sustituye|sustituyen", "fines informativos",
        "meramente informativo",
    ),
}  # fmt: skip

_ASIDES = {
    "aside": (
        "comentario|comentarios", "error|errores", "corrección|correcciones", "ejemplo|ejemplos",
        "opinión", "experiencia|experiencias", "historia|historias", "desacuerdo", "otra manera",
        "sugerencia|sugerencias",
    ),
}  # fmt: skip

_CREDITS = {
    "credit": (
        "^archivo|colección|fondo",
        "^foto|fotos|imagen|imágenes|fotografía|ilustración|dibujo|fuente|autor|autora :|–|—",
        "^crédito", "^créditos", "^copyright", "cortesía de", "cc by|0", "dominio público",
        "wikimedia", "unsplash", "flickr", "pexels", "pixabay",
    ),
    "by": (
        "^por", "plano|mapa|grabado|acuarela|pintura|cuadro|esquema|gráfico por", "cedida por",
        "retrato|cartel|captura|boceto|viñeta|montaje por",
        "cedido|tomada|tomado|realizada|realizado|hecha|hecho por",
        "foto|imagen|dibujo|ilustración|fotografía por",
    ),
}  # fmt: skip

_SELLING = Selling(
    firm="equipo equipos despacho bufete abogad~ expert~ especialista~ socios oficina~ firma "
    "profesionales asesor~ letrad~ consultor~ estudio agencia empresa compañía notari~ gestoría "
    "penalistas laboralistas",
    clients="cliente~ clienta~ empresa~ familia~ trabajador~ empresario~ inquilino~ propietario~ "
    "particulares autónom~ pymes víctima~ afectad~ heredero~ emprendedor~ negocio~",
    acts="llame llámenos llamenos llama llámanos contacte contáctenos contacta contáctanos "
    "reserve reserva solicite solicita pida pide consulte consúltenos consulta consúltanos confíe "
    "confía escríbanos escríbenos venga ven visite visítenos visita visítanos acuda concierte "
    "agende agenda póngase ponte póngete descargue descarga inscríbase inscríbete suscríbase "
    "suscríbete aproveche aprovecha dude dudes deje deja déjenos déjanos elija elige contrate "
    "contrata hable habla espere esperes rellene rellena descubra descubre benefíciese infórmese "
    "infórmate llamar contactar",
    helps="ayud~ asesor~ represent~ defend~ defiend~ acompañ~ ofrec~ protege~ proteg~ conseguido "
    "conseguimos ganado ganamos logrado logramos recuperado luchamos gestion~ negoci~ tramit~ "
    "redact~ atend~ cuid~ apoy~ resolv~ resuelv~ llevamos encarg~ brind~ prest~ trabajamos",
    merits="experiencia expert~ experimentad~ especializad~ especialista~ reconocid~ prestigi~ "
    "líder líderes galardonad~ premiad~ premio premios excelen~ compromiso comprometid~ dedicad~ "
    "profesional~ eficaz eficaces eficacia eficien~ mejor mejores éxito~ confianza cercan~ "
    "cercanía personalizad~ medida integral~ solvencia trayectoria orgullo orgullos~ calidad "
    "excepcional~ inmejorable~ únic~ pioner~ rigor solvente~ altamente cualificad~ amplia "
    "referente~ reputación máxim~ ágil~ rápid~ garantía~ garantiz~",
    offers="consulta cita citas presupuesto asesoramiento estudio valoración reunión servicio~ "
    "paquete~ llamada plan planes entrevista sesión taller~ curso~ seminario~ boletín guía "
    "auditoría diagnóstico oferta~ visita prueba demostración defensa",
    terms="gratis gratuit~ compromiso tarifa~ precio~ honorarios descuento~ euros fij~ cerrad~ "
    "confidencial~ promoción cobra cobramos coste~ anticipo",
    promises="espere hoy ahora ya tarde tranquilidad tranquil~ manos derechos merece mereces "
    "preocup~ duda mañana seguridad lado deje solo sol~ mismo indemnización máxima cuanto antes "
    "estrés fácil descans~",
    counts="años décadas casos clientes asuntos millones empresas familias premios procedimientos "
    "proyectos sentencias",
)

_LEADS = bag("y e pero o u entonces luego por favor también ahora así pues o")

_NAMING = Naming(
    honorifics=bag(
        "sr sra srta sres don dona d senor senora senorita doctor doctora dr dra profesor",
        "profesora prof juez jueza magistrado magistrada abogado abogada letrado letrada",
        "notario notaria ministro ministra presidente presidenta senador senadora diputado",
        "diputada alcalde alcaldesa padre fray sor hermano hermana capitan coronel general",
        "fiscal procurador procuradora ilmo ilma catedratico catedratica",
    ),
    before=bag(
        "por con de a y e o segun para entre gracias que dice dijo escribe escribio pregunta",
        "pregunto como cuando si pero porque donde cita citaba conoci llama llamaba invite lei",
        "sin dormido contra explica respondio respondia senala recuerda",
    ),
    speech=bag(
        "dice dijo decia escribe escribio escribia opina opino sostiene sostuvo cree creia",
        "piensa pensaba cuenta conto contaba explica explico pregunta pregunto responde",
        "respondio recuerda recordaba recordo senala senalo afirma afirmo critica critico cita",
        "citaba describe describio publica publico ensena ensenaba trabaja trabajaba defiende",
        "defendio muestra mostro firma firmo duda propone propuso anade anadio observa observo",
        "sugiere recomienda paso lee habla hablo gano perdio envio mando manda comento comenta",
        "sonrie rio",
    ),
    verbs=bag("ha habia es era fue me nos le se no tiene tenia va viene hizo hace"),
    copulas=bag("es era son eran fue"),
    sites=bag(
        "calle plaza avenida paseo colegio instituto hospital parque estadio puente glorieta",
    ),
    jobs=bag(
        "abogado abogada juez jueza notario notaria profesor profesora colega companero",
        "companera amigo amiga autor autora lector lectora periodista fotografo fotografa",
        "testigo cliente clienta mediador mediadora investigador investigadora historiador",
        "historiadora escritor escritora poeta procurador procuradora magistrado magistrada",
        "perito perita traductor traductora interprete vecino vecina inquilino inquilina",
        "propietario propietaria director directora fundador fundadora medico medica economista",
        "filosofo filosofa dibujante ilustradora ilustrador oficial administrador",
        "administradora",
    ),
    relative=bag("que quien cuya cuyo la el los una un entonces antes oficial abogado abogada"),
    openers=bag(
        "el la los las un una unos unas lo al del de este esta estos estas ese esa esos esas",
        "aquel aquella mi mis tu tus su sus nuestro nuestra nuestros nuestras vuestro vuestra",
        "yo ella nosotros vosotros ellos ellas usted ustedes que quien cual cuando donde como",
        "cuanto por para con sin sobre entre desde hasta hacia segun contra ante bajo tras",
        "durante mediante y e o u pero sino ni si no aunque porque pues entonces luego despues",
        "antes ahora hoy ayer manana siempre nunca tambien tampoco aun todavia ya muy mas menos",
        "tan tanto mucho poco todo toda todos todas cada otro otra otros otras algun alguna",
        "algunos algunas ningun ninguna cualquier dos tres cuatro cinco gracias hola querido",
        "querida foto imagen fuente lunes martes miercoles jueves viernes sabado domingo enero",
        "febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "hace hay asi ademas embargo aqui alli en se me nos le les es era fue son ha he han",
        "primero segundo ultimo",
    ),
    things=bag(
        "programa proyecto colectivo taller iniciativa foro plataforma",
        "tribunal juzgado audiencia sala supremo constitucional ley leyes codigo decreto orden",
        "articulo directiva reglamento constitucion tratado convenio carta sentencia auto",
        "derecho derechos civil penal mercantil laboral social ministerio ministro gobierno",
        "republica reino estado estados union europea europeo europa espana espanol espanola",
        "nacional consejo colegio abogados notarios asociacion sociedad compania banco caja",
        "agencia oficina instituto escuela universidad facultad academia biblioteca museo",
        "hospital iglesia calle avenida plaza paseo puente torre estacion aeropuerto ciudad",
        "pueblo villa comunidad provincia region ayuntamiento palacio casa castillo parque",
        "jardin isla monte lago rio mar costa diario revista gaceta periodico prensa editorial",
        "libro premio festival dia semana mes ano siglo guerra general generales publico",
        "publica privado privada alto alta gran grande nuevo nueva viejo vieja primer primera",
        "segundo segunda ultimo ultima rural urbano norte sur este oeste central tributaria",
        "seguridad hacienda justicia enjuiciamiento criminal procedimiento registro propiedad",
        "fundacion sindicato partido comision comite autoridad defensor google apple microsoft",
        "facebook amazon windows internacional san santa santo nuestra senora barrio zona",
        "servicio servicios provincial superior delegacion buenos buenas quijote mancha",
        "administracion corte fiscalia",
    )
    | COMPANIES,
    places=PLACES,
    articles=bag("el la los las un una unos unas lo este esta ese esa nuestro nuestra su"),
    versus=bag("contra v vs c"),
)

LANGUAGE = Language(
    code="es",
    common=bag(
        "el los las y del una que en es con por para como más pero su sus lo al se si ya le les",
        "este esta esto ese esa eso está están hay ha han fue era ser son cuando muy sin sobre",
        "también hasta donde desde todo porque entre cada uno ni otro mi nos qué no he me así tan",
        "bien aquí después siempre nunca había tiene puede según aunque mientras alguien quien",
        "quién nada hace dos ella ellos te sea solo",
    ),
    wh=bag(
        "qué cuál cuáles cuándo dónde quién quiénes cómo cuánto cuánta cuántos cuántas adónde",
    ),
    you_asked=bag("su sus les suyo suya suyos suyas"),
    you=bag(
        "tú te ti tu tus tuyo tuya vosotros vosotras os vuestro vuestra vuestros vuestras usted",
        "ustedes contigo has habéis tienes tenéis haces hacéis crees creéis",
    ),
    you_endings=("áis", "éis", "asteis", "isteis"),
    we=bag(
        "nosotros nosotras nos nuestro nuestra nuestros nuestras somos hemos tenemos contamos",
        "estamos despacho",
    ),
    me=bag("yo me mí mi mis mío mía míos mías conmigo"),
    we_endings=("ábamos", "íamos", "aremos", "eremos", "iremos"),
    houses=bag("despacho"),
    negations=bag("no nunca nada nadie ni sin ninguno ninguna tampoco jamás"),
    fillers=bag(
        "qué que opina opinas opináis opinan piensa piensas pensáis piensan crees creéis cree",
        "os te le les parece cuál es su tu vuestra opinión opiniones comentarios preguntas y tú",
        "vosotros usted ustedes está estás estáis están de acuerdo alguna algún idea ideas",
        "pregunta cómo lo ves veis ve ven esto eso ello el la los las un una al respecto sobre",
        "en a con por decís dices artículo texto entrada verdad no sí tema , ; : ! ?",
    ),
    nowhere=bag(
        "aquí allí este esta esto ese esa eso el la los las un una lo pinche pincha haga haz",
        "clic click leer lee lea más seguir leyendo enlace enlaces página web sitio artículo",
        "entrada fuente blog ver vea en de del al texto completo completa información detalles",
        "original y",
    ),
    sharing=bag(
        "compartir comparte comparta compártelo compártalo enviar envía envíe enviarlo reenviar",
        "recomendar recomienda recomiende tuitear tuitea retuitear publicar publica imprimir",
        "guardar seguir sigue síguenos suscribirse suscríbete difundir difunde pásalo contar",
        "cuéntaselo amigo amigos amiga colega colegas correo mail e debatir share tweet",
    ),
    asks=Phrases(_ASKS, _LEADS),
    answers=Phrases(_ANSWERS),
    terms_of_answers=Phrases(_TERMS_OF_ANSWERS, _LEADS),
    tells=Phrases(_TELLS | reaching.ES, _LEADS),
    others=Phrases(reaching.ES_OTHERS, _LEADS),
    asides=Phrases(_ASIDES),
    credits=Phrases(_CREDITS),
    glosses=bag("significa significan significaba"),
    selling=_SELLING,
    naming=_NAMING,
    cites=citing(
        r"\b[Aa]rt(?:ículo|ículos|\.) ?\d",
        r"\b[Cc]ódigo (?:Civil|Penal|de [A-Z])",
        r"\bLey (?:Orgánica|de|\d|\w+aria)",
        r"\b(?:STS|STC|SAP|STJUE|ATS)\b",
        r"\b[Ss]entencia (?:del?|n|\d|\w+ del)",
        r"\bReal Decreto\b",
        r"\w c\. (?=[A-Z\u00c0-\u00de])",
        r"\bRGPD\b",
    ),
)
