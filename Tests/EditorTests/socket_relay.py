"""A client's end of the daemon's own socket as a program: what it is told goes to the socket, and what comes back is said."""

import os
import socket
import subprocess
import sys
import threading

path = subprocess.check_output([os.environ["KRAFD"], "sockname"], text=True).strip()
link = socket.socket(socket.AF_UNIX)
link.connect(path)


def send():
    while data := os.read(0, 65_536):
        link.sendall(data)
    link.shutdown(socket.SHUT_WR)


threading.Thread(target=send, daemon=True).start()
while data := link.recv(65_536):
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
