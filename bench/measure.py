# Runs a command to its end and prints what it took: seconds, seconds of the processor, megabytes at most, exit code.

import os
import sys
import tempfile
import time

# A file, as where a pipeline keeps what is printed; some programs do other things for a terminal or /dev/null.
output = tempfile.TemporaryFile()
started = time.monotonic()
child = os.posix_spawnp(
    sys.argv[1],
    sys.argv[1:],
    os.environ,
    file_actions=[
        (os.POSIX_SPAWN_DUP2, output.fileno(), 1),
        (os.POSIX_SPAWN_DUP2, output.fileno(), 2),
    ],
)
_, status, usage = os.wait4(child, 0)
seconds = time.monotonic() - started
print(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status))
