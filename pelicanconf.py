"""The settings of the sample firm's site. Publishing changes what publishconf.py says."""

AUTHOR = "Harbour & Vale"
SITENAME = "Harbour & Vale"
SITESUBTITLE = (
    "Commercial and employment lawyers in Aldermouth, thinking aloud with whoever is passing."
)
SITEURL = ""
TIMEZONE = "Europe/London"
DEFAULT_LANG = "en"

PLUGIN_PATHS = ["plugins"]
PLUGINS = ["rapport"]
THEME = "theme"

# Where the words are.
PATH = "content"
ARTICLE_PATHS = ["posts"]
PAGE_PATHS = ["pages"]
STATIC_PATHS = ["images"]
USE_FOLDER_AS_CATEGORY = False

# Where the pages are: folders, so that addresses need no suffix. A topic is a tag; whoever writes
# has a page under people/.
ARTICLE_URL = PAGE_URL = "{slug}/"
ARTICLE_SAVE_AS = PAGE_SAVE_AS = "{slug}/index.html"
ARTICLE_LANG_URL = PAGE_LANG_URL = "{lang}/{slug}/"
ARTICLE_LANG_SAVE_AS = PAGE_LANG_SAVE_AS = "{lang}/{slug}/index.html"
DRAFT_URL = "drafts/{slug}/"
DRAFT_SAVE_AS = "drafts/{slug}/index.html"
DRAFT_LANG_URL = "drafts/{lang}/{slug}/"
DRAFT_LANG_SAVE_AS = "drafts/{lang}/{slug}/index.html"
DRAFT_PAGE_URL = "drafts/pages/{slug}/"
DRAFT_PAGE_SAVE_AS = "drafts/pages/{slug}/index.html"
DIRECT_TEMPLATES = ["index", "archives", "tags"]
ARCHIVES_URL = "posts/"
ARCHIVES_SAVE_AS = "posts/index.html"
TAG_URL = "topics/{slug}/"
TAG_SAVE_AS = "topics/{slug}/index.html"
TAGS_URL = "topics/"
TAGS_SAVE_AS = "topics/index.html"
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = ""

FEED_ALL_ATOM = "feeds/posts.atom.xml"
TAG_FEED_ATOM = "feeds/topics/{slug}.atom.xml"
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None

# Who the firm is.
RAPPORT_FIRM_NAMES = ["Harbour & Vale", "Harbour and Vale", "H&V"]
RAPPORT_OWN_HOSTS = ["harbourvale.example"]
RAPPORT_COMMENT_MAIL = "talk@harbourvale.example"
RAPPORT_NOTICE = (
    "Harbour & Vale, 3 Customs Row, Aldermouth. What stands here is general: it is no advice on "
    "your case."
)
RAPPORT_COMMENT_NOTICE = (
    "Comments are public and are no legal advice; writing one does not make you our client. "
    "Please leave out names, and whatever must stay confidential."
)
