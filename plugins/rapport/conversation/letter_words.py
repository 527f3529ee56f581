"""What a letter to a writer says, in the languages that we have words for.

A language is one entry of the table; where there is none, English is better than nothing. `{}` is
the name or the title that belongs there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LetterWords:
    """The sentences of a letter. `leave` stands before the mark that says where answers belong."""

    dear: str
    published: str
    wrote: str
    change: str
    answered: str
    you_wrote: str
    go_on: str
    leave: str


LETTER_WORDS: Mapping[str, LetterWords] = {
    "en": LetterWords(
        dear="Dear {},",
        published='your comment on "{}" is published. Thank you for it.',
        wrote="This is what you wrote:",
        change="If anything in it should be changed or taken down, answer this mail.",
        answered='{} has answered what you wrote on "{}":',
        you_wrote="You wrote:",
        go_on="You can go on from here: answer this mail, or write on the page.",
        leave="Please leave this line, it says where your answer belongs:",
    ),
    "de": LetterWords(
        dear="Guten Tag {},",
        published="Ihr Kommentar zu „{}“ ist veröffentlicht. Vielen Dank dafür.",
        wrote="Das haben Sie geschrieben:",
        change="Soll etwas daran geändert oder entfernt werden, antworten Sie auf diese Mail.",
        answered="{} hat auf Ihren Kommentar zu „{}“ geantwortet:",
        you_wrote="Sie schrieben:",
        go_on="Sie können hier anknüpfen: mit einer Antwort auf diese Mail oder auf der Seite.",
        leave="Bitte lassen Sie diese Zeile stehen, sie sagt, wohin Ihre Antwort gehört:",
    ),
    "fr": LetterWords(
        dear="Bonjour {},",
        published="votre commentaire sur « {} » est publié. Merci de l'avoir écrit.",
        wrote="Voici ce que vous avez écrit :",
        change="S'il faut y changer ou en retirer quelque chose, répondez à ce message.",
        answered="{} a répondu à votre commentaire sur « {} » :",
        you_wrote="Vous aviez écrit :",
        go_on="Vous pouvez poursuivre ici, en répondant à ce message, ou sur la page.",
        leave="Merci de garder cette ligne, elle dit où va votre réponse :",
    ),
    "es": LetterWords(
        dear="Hola, {}:",
        published="su comentario sobre «{}» está publicado. Muchas gracias por escribirlo.",
        wrote="Esto es lo que escribió:",
        change="Si hay que cambiar o retirar algo, responda a este mensaje.",
        answered="{} ha respondido a su comentario sobre «{}»:",
        you_wrote="Usted escribió:",
        go_on="Puede seguir desde aquí, respondiendo a este mensaje, o en la página.",
        leave="Por favor, deje esta línea: dice adónde va su respuesta:",
    ),
}


def letter_words(lang: str) -> LetterWords:
    """The words for a language tag (`de`, `pt-BR`), English where there are none."""
    return LETTER_WORDS.get(lang.lower().partition("-")[0], LETTER_WORDS["en"])
