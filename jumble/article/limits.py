"""How much of a source is read: every limit of the article room, with its reason.

Measured on two shared cores of 2024. Together they hold one opening below ten seconds and 400 MB, whatever is opened.
"""

MAX_BYTES = 48 * 1024 * 1024
"""Of any source: an illustrated book as PDF or EPUB; more is no text that anyone plays, or a stream without end."""
MAX_PLAIN_BYTES = 32 * 1024 * 1024
"""Of plain text: a shelf of books in one file, 6 seconds and 350 MB with all that reading it takes."""
MAX_TEXT_BYTES = 8 * 1024 * 1024
"""Of Markdown, a page, a feed or a pasted text: twice the Bible; what such text takes in memory is many times its size.
Longer Markdown is read as plain text."""
MAX_UNPACKED_BYTES = 32 * 1024 * 1024
"""Of what an archive or a compressed answer unpacks to, all members together: a bomb is a thousand times its size."""
MAX_MEMBERS = 10_000
"""Files in an archive that are looked at; the largest book of the corpus has ten, a web-built one a few thousand."""
MAX_TEXT_OUT = 8 * 1024 * 1024
"""Characters that a document may yield: with marks stripped none has more, unless something repeats itself."""
MAX_PAGES = 1_500
"""Pages of a PDF that are read, from the first on; War and Peace has 1,225."""
MAX_PIECES = 3_000
"""Chapters of a book or entries of a feed; a list longer than that is no list to choose from."""
MAX_PARAGRAPHS = 200_000
"""Among which chapters and notes are looked for: the Bible has 31,000 verses, and a flood of lines takes seconds."""
MAX_NOTED = 2_000_000
"""Characters among which notes are looked for: the longest pages of an encyclopedia have a quarter of that."""
MAX_NESTING = 250
"""Elements inside one another; no page that a person reads comes near, and parsers keep to about as many."""
MAX_UNWRAPPINGS = 1
"""Compressed files inside one another: text.gz is opened, text.gz.gz is a riddle."""

OPEN_SECONDS = 8.0
"""From naming a source to its article, fetching and reading together; the promise is ten, on a busy machine as well."""
PAGE_SECONDS = 4.5
"""For telling the article of a page from its furniture; after that all text of the page is the article."""
PDF_SECONDS = 5.0
"""After which the pages read so far are the article: better the first 200 pages than none."""
MARKDOWN_SECONDS = 4.0
"""After which a text that looks like Markdown is read as plain text: some floods of brackets take hours to parse."""
CONNECT_SECONDS = 5.0
"""For a server to be found and to answer at all."""
REVALIDATE_SECONDS = 3.0
"""For a server to say whether a page in the cache is still the newest; after that the cached one is shown."""
WRITER_SECONDS = 5.0
"""For somebody to begin writing into a named pipe; whoever has begun may take any time."""
MAX_REDIRECTS = 5
"""Hops of one address; browsers allow 20, and pages that people read need 2 or 3."""

READER_MEMORY = 320 * 1024 * 1024
"""Bytes of data that a reader's own process may take; the heaviest page of the corpus needs 60 MB."""
SMALL_TEXT_BYTES = 48 * 1024
"""Text up to this size is read at once, without a process of its own: a long newspaper article has 20 KB."""

MAX_CACHED_PAGES = 300
"""Pages kept on disk; the oldest go first."""
