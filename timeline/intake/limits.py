"""What intake takes at most, and what the child process that parses may use."""

LARGEST_FILE = 10_000_000  # bytes
LARGEST_TEXT = 5_000_000  # characters
MOST_PAGES = 200
MOST_ENTRIES = 200  # of a feed or a mailbox
MOST_MEMBERS = 500  # of an archive
DEEPEST_ARCHIVE = 2  # an archive in an archive is opened, one within that is not
LARGEST_UNPACKED = 50_000_000  # bytes, all members together
LARGEST_RATIO = 100  # unpacked to packed; prose seldom reaches 10
SMALL_UNPACKED = 1_000_000  # bytes; below that no ratio does harm

MEMORY = 512 * 1024 * 1024  # bytes of address space
CPU_SECONDS = 10  # for each document
WALL_SECONDS = 15  # for each document
WALL_SECONDS_IN_ALL = 90  # for all documents that come in one call
MOST_DEATHS = 3  # children that one archive may cost
