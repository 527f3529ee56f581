"""English."""

from __future__ import annotations

from rapport.audit.languages import reaching
from rapport.audit.languages.en_naming import NAMING
from rapport.audit.languages.model import Language, bag
from rapport.audit.languages.phrases import Phrases
from rapport.audit.languages.selling import Selling
from rapport.audit.languages.shared import SHARING, citing

_ASKS = {
    "vague": (
        "what|whats do|are|is|s your|you|yall * think|thoughts|opinion|opinions|view|views|take",
        "what do|would you|we all? think|reckon|say|make", "how do you feel", "what say you",
        "any|your|some thoughts|opinions|comments|questions|feedback|ideas", "^thoughts$",
        "^opinions$", "^comments$", "^questions$", "^agree$", "^agreed$", "^views$",
        "^agree or disagree$", "^disagree$", "^you$", "^and you$", "^and yours$", "what are your",
        "do|would you agree|disagree|concur", "any takers|objections|suggestions",
        "don't you agree|think", "how|what about you",
        "what's yours", "am i right", "is it just me",
    ),
    "anyone": (
        "has|have|had anyone|anybody", "^anyone|anybody else? have|has|had|got|seen|tried|done",
        "^anyone|anybody else? here|know|knows|want|care|using|up",
        "does|do|did|is|are|was|can|could|would anyone|anybody here|else|out|reading",
        "does|do|did|is|are|was|can|could|would anyone|anybody have|know|use|remember|recall",
        "does|do|did|is|are|was|can|could|would anyone|anybody suggest|recommend|tell|explain",
        "does|do|did|is|are|was|can|could|would anyone|anybody point|share|see|still",
        "any|some|one of you", "who among|of you",
        "who else|here has|have|had|is|was|does|saw|tried", "which|how many of you",
        "has somebody|someone here|else|found|seen|tried|got", "any reader|readers",
        "do|have|has|are|would|can readers",
    ),
    "tried": (
        "have you ever", "haven't you ever",
        "have you already|had|seen|tried|met|found|used|dealt|come",
        "have you got|gotten|lost|won|been|read|heard|noticed|run|asked",
        "has|have your firm|court|registry|client|clients|clerk|judge",
        "has|have your judges|office|practice|employer|landlord|team|bank", "did you ever",
        "when did|have you last", "what has|have worked|helped|gone",
        "in your experience|practice|court|office|town|firm|registry|country|jurisdiction",
        "what is|was|are|has|were your * experience|experiences", "what's your * experience",
        "what would you have", "what|how does|do|did your firm|court|registry|client|clients|clerk",
        "what|how does|do|did your judge|judges|office|practice|team|landlord",
        "how|what * you|your last time",
        "^how|where|when|what|which|who * did|have you",
    ),
    "correction": (
        "what have|did|am i|we * miss|missed|missing|overlooked|wrong|forgotten|forgot",
        "what i|we missed|overlooked", "where am|was|are|were i|we wrong|mistaken",
        "where did|have i|we * wrong", "am|was|are|were i|we wrong|mistaken|missing",
        "did|have i|we * miss|missed|overlook|overlooked|forget|forgotten",
        "did|have i|we get|got|read|understood * * wrong|right|straight|correctly|backwards",
        "do|am i|we have|reading|read|understand * * wrong|right|straight|correctly|backwards",
        "^or am|have i * * wrong|mistaken|misread|misunderstood", "have i misread|misunderstood",
        "what would you add|change|correct|cut",
        "where do|would you disagree", "who|what is missing from", "is|are there * i|we * missed",
        "am i alone", "what else? should i|we try|ask|cover|add|read|write",
        "which * did|have|has|am i|we * miss|missed|forgotten|left",
    ),
    "rhetorical": (
        "have you ever wondered|dreamed|dreamt|stopped", "haven't you ever", "ever wondered|wonder",
        "have you ever asked|found yourself", "did you know", "do you know why|that",
        "sounds familiar", "sound familiar", "who knows", "who cares", "who knew",
        "who would have|ever", "^you know what", "who wouldn't", "who doesn't", "who hasn't",
        "who isn't",
        "who can|could * blame|forget|deny|say|argue|tell", "why not", "so what", "what's not",
        "what could possibly", "what's more", "what else$", "^what gives", "^what now",
        "^then what", "^now what", "^guess what", "^really$", "^why$", "^how$", "^how come",
        "^the result$", "^the catch$", "^the upshot$", "^the problem$", "^my point$",
        "^the lesson$", "^the answer$", "isn't that", "isn't it", "right$", "remember$",
        "are you looking|searching|tired|struggling|worried|facing|considering|entitled",
        "are you thinking of|about", "are you ready to",
        "have|are|were you|your * injured|hurt|arrested|charged|sacked|dismissed|victim",
        "^looking|searching for", "^need|want|tired|worried|struggling",
        "need a|an|help|legal|advice", "does|do you|your need|want|require|wish|deserve|qualify",
        "what|why should|must|can one", "^what|why should you", "^what can you do|expect|claim",
        "wouldn't you like|love|want", "what is|are|does|do a|an|the|this|that|it * mean|means",
        "why choose|pick|hire|use|instruct", "why should us|we|our|i", "see|get what", "get it$",
        "you know$", "you know what$", "how hard|difficult can", "is it any", "need i|we",
        "can|could you believe", "^are you even|kidding|serious",
        "^what if you", "what happens if you",
    ),
}  # fmt: skip

_ANSWERS = {
    "answer": (
        "^yes", "^no", "^nope", "^yep", "^not", "^hardly", "^never", "^nothing", "^nobody", "^none",
        "^neither", "^because", "^since", "^only", "^simple", "^simply", "^easy", "^easily",
        "^of course", "^absolutely", "^certainly", "^probably", "^perhaps", "^maybe", "^possibly",
        "^sometimes", "^often", "^usually", "^rarely", "^always", "^both", "^either",
        "^sort|kind of", "^partly", "^it depends", "^that depends", "^depends", "^in short|fact",
        "^in a word", "^well", "^the short|long|honest|simple|real|right|obvious|usual answer",
        "^the answer", "^my|our answer", "^short|simple answer", "^answer", "^here is|are|s",
        "^there is|are", "^first", "^firstly", "^to begin", "^start|begin with|by", "^think again",
        "^wrong", "^you are|re not|in", "^you should|can|may|might|must|need|have|will|could",
        "^then", "^if so|not", "^if", "^that is|s why|what|where|when|because|how|a|the", "^so did",
        "^this is|s why|what|where|because|how|the", "^that was", "^says|said", "^thanks|thank to",
        "^by", "^for one", "^i|we think|believe|suspect|doubt", "^quite", "^exactly", "^precisely",
        "^indeed", "^enough", "^plenty", "^a lot|few|little",
        "^the law|court|statute|rule|code|judge",
        "^it is|was|does|did|has|means|turns|s|doesn|isn|depends", "^about", "^between",
        "^less|more than", "^at least|most", "^as it turns|happens", "^turns out", "^us$", "^me$",
        "^we|i do$", "^anyone", "^everyone", "^everybody", "^someone", "^anybody", "^of the",
        "^the party|one|same|first|second|other", "^what|whoever|whatever * is|was|matters",
    ),
}  # fmt: skip

_TERMS_OF_ANSWERS = {
    "terms": (
        "please", "^no names|need|prizes|prize|pressure|judgement|judgment|spoilers",
        "^yes|no|sure|well , i|we know|realise|realize", "^of course i|we know|realise|realize",
        "no right|wrong|bad|silly answer|answers", "^not a trick", "^the answers",
        "^all|every|any answers|answer|replies|reply",
        "^short|long|honest|anonymous|rough answers|replies", "^anonymously",
    ),
}  # fmt: skip

_TELLS = {
    "invite": (
        "gratefully|gladly received|accepted", "below will do", "box|thread is open",
        "love|like to hear about|from|how|what|which", "give us|me a|your nudge|thoughts|feedback",
        "get|welcome your|any feedback", "line|word|note below", "reaching out here|to * community",
        "feel free to * start|join|jump|chime", "chance to jump|weigh|chime in",
        "^let me|us know", "please|do|and|or|but|then let me|us know",
        "and|or please? tell me|us * how|what|whether", "^tell me|us|everyone",
        "^drop|leave|send|give me|us * line|note|word|message|comment",
        "^drop|leave|send|give me|us * reply|example|yours|photo|photos",
        "^leave|post|add|drop|put|write a|your|it|them * comment|reply|below|thoughts|example",
        "^leave|post|add|drop|put|write|say * * comments|comment",
        "^share|describe|explain|name|list|report|answer|discuss * * comments|comment",
        "^leave|post|add|drop|put|write|say * * thread|below",
        "^share|describe|explain|name|list|report|answer|discuss * * thread|below",
        "to leave|post|add a|your|one * comment|comments|reply|below", "^correct|teach me|us",
        "^show me|us * yours|better|wrong|your",
        "^show me|us * how|what|where|which you|i|we",
        "^ask me|us * in|below|there|anything|comments",
        "^write|email|mail me|us|to * with|if|when|about|your|and|what|how|below",
        "comments are|stay|remain open", "comments|corrections|objections|replies are * welcome",
        "examples|suggestions|photographs|photos|stories are * welcome",
        "welcome in|below|here * comments|comment|thread",
        "^comment|reply|respond below|here|with|if|and|on",
        "please|do comment|reply|correct|disagree|argue|answer|weigh",
        "i'd love|like to hear|know|read", "we'd love|like to hear|know|read",
        "i|we would love|like|be * to hear|read",
        "i|we will|shall be * glad|happy|grateful|pleased * hear|know|read",
        "be|am|are|m|re * glad|happy|keen|eager|grateful|pleased to hear|read",
        "curious to hear|know * you|your|others|readers|if|whether|how|what",
        "curious what|how|whether|if|about you|your|others|readers",
        "i|we|d want|hope|like to hear|read * you|your|readers|from",
        "^hope|hoping to hear|read * you|your|readers|from",
        "hear from you|readers|others|anyone", "^share your",
        "please share your|yours|what|how|any",
        "share your experience|experiences|story|stories|thoughts|view|views|example|examples",
        "^describe|name|list your|yours|one", "^argue with|back", "^prove me|us wrong",
        "^answer below|in|me", "^over to you", "^your turn", "the floor is yours",
        "^join the conversation|discussion|thread", "^join in", "^have your say",
        "^send|mail me|us|in|it|them * your|yours|examples|corrections|photos|mine|me|it|them",
        "^say so * below|comment|here|comments", "please say so",
        "tell us|me * below|comment|comments",
        "feel free to * tell|share|comment|correct|disagree|reply|argue|leave|ask|report|add",
        "^disagree * tell|write|say|comment", "what did i miss",
        "you really|still|ve|do? have|ve|got something|anything to say|add",
        "you have|ve|got something|anything to say|add",
    ),
    "contact": (
        "get|be|stay in touch with us|our|one|a|the|me", "^get in touch",
        "please|to|can|could|should|may|and|or get in touch", "free to call|phone|contact|ring",
        "reach out to us|our|me",
        "^reach out today|now|if|for|when|by|via|and|with", "^reach out$",
        "contact|contacting us|our", "^contact the|a|an", "^contact$", "please contact",
        "write to us|our", "email us|our",
        "speak|talk|chat|turn to|with us|our", "speak|talk|chat|turn to|with one of our",
        "message us", "get|be in contact with us|our",
    ),
    "hire": (
        "^call|phone|ring|hire|instruct|retain|engage us|our", "and|or|to call|phone|ring us|our",
        "^choose us|our", "^call|phone now|today|0~|1~|2~|3~|4~|5~|8~",
        "call|phone|ring us|our|me * today|now|office|on",
        "^call * today|now|office|lawyers|solicitors|attorneys", "give us|me|our * call|ring|bell",
        "book|schedule|arrange|request|claim|make a|an|your * appointment|consultation|demo|quote",
        "^book|schedule|arrange|request|claim * call|meeting|review|slot|session|seat|place",
        "free|initial|complimentary|confidential consultation|quote|evaluation|assessment",
        "without obligation", "free|with no obligation", "no win|cure|recovery no fee|pay",
        "no win , no fee", "get|request a? * quote", "^sign up today|now|for",
        "^contact|speak|talk|reach|call * today|now|consultation|appointment|immediately",
        "^speak|talk to|with one|an|a|our * lawyers|solicitors|attorneys|experts|specialists|team",
        "^contact * lawyers|solicitors|attorneys|experts|specialists|team|office",
        "get in touch with our|one", "^work with us", "^trust us", "^choose * firm",
        "^become a client",
        "we|team|lawyers|solicitors|firm can|could|will help|assist|advise|represent you|your",
        "we|team|lawyers|solicitors|firm are|is|re here to help|fight|guide|advise",
        "let us|our|me help|handle|fight|guide|advise|represent|protect", "let us|our * worry",
        "^make an appointment", "^visit our * office|website|page",
        "fill in|out our|this * form", "how we|our|i can|could help|assist",
        "fill in|out the|a|an * contact|enquiry|inquiry|booking|intake form",
        "^hire|retain|instruct|engage a|an|our|the * firm|lawyer", "^download our",
        "we offer * free|fixed|competitive|range|full", "contact us|our * consultation",
        "phone call away", "leave the * to us", "leave everything|it|that to us",
        "we can|could help$",
        "reserve|secure|claim|save your place|spot|seat|slot", "sooner you call|ring|contact",
        "places|spaces|seats|slots|spots are * limited|filling",
        "get|download|try|see|out|use|book|request our free",
        "our free trial|demo|guide|ebook|checklist|webinar|tool|consultation|clinic|workshop",
    ),
    "boast": (
        "our award winning", "our unrivalled|unparalleled|proven|outstanding", "our success rate",
        "our * experienced|skilled|dedicated * team|lawyers|solicitors|attorneys",
        "our * renowned|talented|expert * team|lawyers|solicitors|attorneys",
        "we|firm|us|lawyers|team have|has * won|recovered * million|millions|cases",
        "we|firm|us|lawyers|team have|has * secured|obtained * million|millions|cases",
        "we|firm|us|lawyers|team has|have|bring|brings|offer|offers * decades|years * experience",
        "we|firm won|recovered|secured * million|millions|award",
        "our * decades|years of experience", "our track|proven record", "we pride ourselves",
        "i am * leading|award|renowned|best", "we are|re proud to|that|of our",
        "we are|re|were the best|leading|first choice|number|largest",
        "we are|re|were the best|leading|first premier|specialists|region|country",
        "we are|re * leading|award|renowned|trusted specialists|lawyers|solicitors",
        "we are|re * leading|award|renowned|trusted firm|experts|team",
        "we|firm are|is|was|were * ranked|recognised * best|top|leading|tier",
        "we|firm are|is|was|were * recognized|rated|named * best|top|leading|tier",
        "we specialise|specialize in",
        "we|firm|team|lawyers have|has helped|advised|represented * over|clients",
        "our clients love|trust|say|come|rate", "your trusted",
        "we fight|go for|the|beyond you|your|extra", "for clients like you", "maximum compensation",
        "compensation|result|results|justice you deserve", "our results speak",
        "we deliver results", "nobody|no one|none * than us|our|we",
        "our team|lawyers * second to none",
        "at no extra|additional charge|cost", "sets us|firm|team apart", "the extra mile",
        "satisfaction guaranteed", "your money back",
    ),
    "praise": (
        "award winning", "world class", "best in class", "top rated|tier", "second to none",
        "leading|premier|foremost|finest firm|lawyers|solicitors",
        "leading|premier|foremost|finest attorneys|specialists|specialist|expert",
        "leading|premier|foremost|finest experts|practice|provider on",
        "leading|premier|foremost|finest name|advisers|litigators|authority on",
        "best|largest|top|strongest|finest law? lawyers|firm|solicitors",
        "best|largest|top|strongest|finest attorneys|team|practice|litigators", "unrivalled",
        "unparalleled", "unmatched", "unbeatable service|rates|results", "market leader|leaders",
        "cutting edge", "renowned|acclaimed service|team|lawyers|firm|for",
        "highly experienced|skilled|regarded|rated",
        "decades|years of combined? experience|expertise",
        "trusted partner|adviser|advisers|advisor",
        "experienced team|lawyers|solicitors|attorneys|litigators|advisers",
        "tailored|bespoke advice|solution", "proven track", "super lawyer|lawyers",
        "lawyer of the year", "firm of the year", "five star",
        "is|are|been|were * recognised|recognized as|by|for", "ranked in|by|among", "proud to",
        "delighted to announce", "number one",
        "is|are here for you",
        "in safe|good|capable|expert hands", "at|by your side",
        "best|great|top place|places to work",
    ),
    "disclaimer": (
        "legal|financial|tax|professional advice", "not constitute", "attorney client",
        "client relationship", "general information|guidance",
        "information|informational|educational purposes|only", "no liability", "past|prior results",
        "not intended", "attorney advertising", "for guidance only", "views|opinions expressed",
    ),
}  # fmt: skip

_ASIDES = {
    "aside": (
        "comment|comments|commenting", "below", "thread", "disagree|disagrees", "wrong",
        "correct|correction|corrections", "mistake|mistakes", "missed", "experience|experiences",
        "story|stories", "example|examples", "thoughts", "opinion|opinions", "view|views", "seen",
        "differently", "better idea|way|answer", "suggest|suggestion|suggestions", "typo", "error",
        "guest", "add to", "this list|table", "counterexample|counterexamples",
    ),
}  # fmt: skip

_CREDITS = {
    "credit": (
        "^archive|archives|collection of", "^photo", "^photos", "^photograph", "^photography",
        "^picture", "^image", "^images", "^drawing", "^illustration", "^illustrations",
        "^painting", "^graphic", "^diagram", "^credit", "^credits", "^source", "^artwork",
        "^cartoon", "courtesy of", "^copyright", "cc by|0|zero", "public domain",
        "creative commons", "wikimedia", "unsplash", "flickr", "pexels", "pixabay",
    ),
    "by": (
        "^drawn|painted|taken|made|photographed|illustrated by", "^by",
        "photo|image|picture|drawing|illustration|credit by|to|via|from",
    ),
}  # fmt: skip

_SELLING = Selling(
    firm="team teams lawyer~ solicitor~ attorney~ barrister~ specialist~ expert experts firm "
    "office offices practice department consultant~ adviser~ advisor~ partners people staff "
    "engineer~ developers designers chambers company agency studio colleagues professionals",
    clients="client clients customer customers businesses business families companies company "
    "employers employees founders landlords tenants owners organisations organizations individuals "
    "startups start victims claimants users",
    acts="contact~ subscribe instruct enquire inquire",
    helps="help helps helped helping advise~ advising represent~ act acts acted guide~ guiding "
    "support~ assist~ handle~ handling deliver~ offer offers offering offered provide~ providing "
    "fight fights fought fighting protect~ secure~ securing recover~ defend~ negotiat~ draft~ "
    "review~ serve~ serving look care manage~ managing build builds built resolve~ won win wins "
    "specialise~ specialize~ tailor~ cover covers navigate~",
    merits="experienced expertise award awards acclaimed renowned leading premier unrivalled "
    "unparalleled unmatched dedicated specialist~ specialis~ specializ~ proven tailored bespoke "
    "trusted comprehensive pragmatic exceptional outstanding seasoned reputation reputable "
    "recognised recognized ranked accredited proud proudly pride passionate committed excellence "
    "excellent reliable skilled talented friendly approachable competitive unique cutting seamless "
    "holistic personal personalised personalized dependable knowledgeable efficient foremost top "
    "tier highly finest success~ innovative robust affordable straightforward hassle responsive "
    "expert experts results depth speed fastest best",
    offers="consultation consultations appointment quote quotation call calls assessment review "
    "demo trial meeting chat session package packages brochure service services retainer workshop "
    "workshops seminar webinar check audit checklist helpline evaluation advice newsletter plan "
    "plans slot slots subscription product",
    terms="free complimentary fee fees obligation discount discounted price prices pricing "
    "priced affordable confidential cost costs charge no-win limited introductory £~ $~ €~ vat",
    promises="wait waiting delay hesitate today now peace mind rest assured safe hands worry "
    "worrying stress hassle burden deserve deserves maximum sleep late tomorrow alone chance "
    "confidence confident headache headaches easy smooth trust focus",
    counts="years decades cases clients businesses families companies awards offices hearings "
    "claims million transactions deals projects countries per customers lawyers users downloads",
)

_LEADS = bag("so then please just simply also now today here do well ok okay oh")

LANGUAGE = Language(
    code="en",
    common=bag(
        "the and of to that is it for was with as on be are this by not or have from but they you",
        "which an had were been has their would there what when who will if can his her she he we",
        "about than into its do does did then",
    ),
    wh=bag("what which when where who whom whose how why"),
    you=bag("you your yours yourself yourselves u ya yall"),
    we=bag("we us our ours"),
    me=bag("i me my mine myself"),
    negations=bag("not never no nor neither without isn aren wasn don doesn cannot hardly"),
    fillers=bag(
        "what whats how who when where why which do does did is are was were s re d ll ve m t don",
        "you your yours u i we us me my our any anyone anybody thoughts thought think thinking",
        "opinion opinions view views take feel agree agreed disagree say make of on about this",
        "that it these those all so and or but then the a an to in here there comments comment",
        "questions feedback ideas too also right concur reckon just please would could have has",
        "been guys folks everyone readers now dear with for at be if as not topic post article",
        "piece subject issue below else matter case question , ; : ! ?",
    ),
    nowhere=bag(
        "here there this that these those it click read see more learn link links page site",
        "website post article story piece source blog entry info information details full",
        "original the a an on at in to out find check go visit via now my your our their his her",
        "of for one another found continue reading below above press tap follow new great good",
        "excellent recent",
    ),
    sharing=SHARING,
    asks=Phrases(_ASKS, _LEADS),
    answers=Phrases(_ANSWERS),
    terms_of_answers=Phrases(_TERMS_OF_ANSWERS, _LEADS),
    tells=Phrases(_TELLS | reaching.EN, _LEADS),
    others=Phrases(reaching.EN_OTHERS, _LEADS),
    asides=Phrases(_ASIDES),
    credits=Phrases(_CREDITS),
    glosses=bag("mean means meaning"),
    selling=_SELLING,
    naming=NAMING,
    cites=citing(
        r"\b(?:[Ss]ections?|[Aa]rticles?|[Rr]ules?|[Rr]egulations?|ss?\.|[Aa]rt\.|CPR|FRCP)"
        r" \d",
        r"\bAct (?:of )?\d{4}",
        r"\b[A-Z]\w+ Act\b",
        r"\b(?:Directive|Regulation) \(?[A-Z0-9]",
        r"\bU\.S\.C?\b",
        r"\b(?:Civil|Penal|Criminal|Labor|Tax|Commercial) Code\b",
        r"\b[Ii]n re [A-Z]",
        r"\bEx parte [A-Z]",
    ),
)
