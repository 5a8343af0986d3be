"""Limits on size, time and memory when a source is read, each with its reason.

Together they keep one opening below 10 seconds and 400 MB for any input (tests/hostile), measured on two shared cores
of 2024.
"""

MAX_BYTES = 48 * 1024 * 1024
"""Bytes of any source. An illustrated book as PDF or EPUB fits; anything longer may be a stream without end."""
MAX_PLAIN_BYTES = 32 * 1024 * 1024
"""Bytes of plain text: many books in one file. Reading that much takes 6 seconds and 350 MB in all."""
MAX_TEXT_BYTES = 8 * 1024 * 1024
"""Bytes of Markdown, a page, a feed or a pasted text: twice the Bible. Parsing takes many times its size in memory.
Longer Markdown is read as plain text."""
MAX_UNPACKED_BYTES = 32 * 1024 * 1024
"""Bytes to which an archive, all members together, or a compressed response may unpack."""
MAX_MEMBERS = 10_000
"""Members of a zip archive; the largest book of the test corpus has ten, one made from a website a few thousand."""
MAX_EXTRACTED_CHARACTERS = 8 * 1024 * 1024
"""Characters of text that a reader returns for one document; the rest is dropped. Only repeated content exceeds it."""
MAX_PAGES = 1_500
"""The first pages of a PDF, which are read; War and Peace has 1,225."""
MAX_EXTRACTED_ARTICLES = 3_000
"""Chapters of a book or entries of a feed; nobody can choose from a longer list."""
MAX_PARAGRAPHS = 200_000
"""Paragraphs up to which a text is searched for chapters and notes: more takes seconds. The Bible has 31,000 verses."""
MAX_NOTES_CHARACTERS = 2_000_000
"""Characters up to which a text is searched for notes; the longest pages of Wikipedia have a quarter of that."""
MAX_NESTING = 250
"""Depth of nested XML elements; real documents stay far below, and XML parsers have limits of about this size."""
MAX_DECOMPRESSIONS = 1
"""Layers of gzip that are removed: text.gz is opened, text.gz.gz is refused."""

OPEN_SECONDS = 8.0
"""Limit for fetching and reading one source together; two seconds below the promised ten, for busy machines."""
PAGE_SECONDS = 4.5
"""Limit for finding the article in a web page; after that, all text of the page becomes the article."""
PDF_SECONDS = 5.0
"""Limit for reading a PDF; after that, the pages read so far become the article."""
MARKDOWN_SECONDS = 4.0
"""Limit for parsing Markdown; after that, it is read as plain text. some texts full of brackets would take hours."""
CONNECT_SECONDS = 5.0
"""Limit for each single wait on a server: to connect, and to receive the next bytes."""
REVALIDATE_SECONDS = 3.0
"""Limit for asking a server whether a cached page is still current; after that, the cached page is used."""
WRITER_SECONDS = 5.0
"""Limit until a program begins to write into a named pipe; once it has begun, it may take any time."""
MAX_REDIRECTS = 5
"""HTTP redirects followed for one address; browsers allow 20, real pages need 2 or 3."""

READER_MEMORY = 320 * 1024 * 1024
"""Bytes of data memory (RLIMIT_DATA) of a reader's process; the heaviest page of the test corpus needs 60 MB."""
SMALL_TEXT_CHARACTERS = 48 * 1024
"""Characters up to which a text is read in this process, not in a subprocess; a long newspaper article has 20,000."""

MAX_CACHED_PAGES = 300
"""Fetched pages kept on disk; beyond that, the oldest are deleted."""
