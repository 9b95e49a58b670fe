#!/usr/bin/env bash
# A session of a real Helix in a terminal of tmux: what a user sees and types. Prints a line for each fact and ends with 1
# when one is wrong. Run by run.sh, which sets HX, KRAFD, PROJECT and HOME.
set -uo pipefail
failed=0
server=(tmux -L "kraf-$$" -f /dev/null)
trap '"${server[@]}" kill-server 2>/dev/null' EXIT

mkdir -p "$HOME/.config/helix"
# What docs/editors.md tells users to write.
cat > "$HOME/.config/helix/languages.toml" <<TOML
[language-server.krafd]
command = "$KRAFD"
args = ["lsp", "--stdio"]

[[language]]
name = "kraf"
scope = "source.kraf"
file-types = ["kraf"]
roots = []
comment-token = "//"
language-servers = ["krafd"]
TOML
printf '[editor.lsp]\ndisplay-inlay-hints = true\ndisplay-messages = true\n' > "$HOME/.config/helix/config.toml"

screen() { "${server[@]}" capture-pane -p -t kraf; }

# FACT PATTERN: waits until the screen shows it.
shows() {
  for _ in $(seq 300); do
    screen | grep -qE "$2" && { echo "ok    $1"; return; }
    sleep 0.1
  done
  echo "WRONG $1: no '$2' on the screen"
  screen | sed 's/^/      | /'
  failed=1
}

# A pause after each key: Escape and a key at once are Alt and that key.
keys() { for key in "$@"; do "${server[@]}" send-keys -t kraf "$key"; sleep 0.3; done; }
types() { "${server[@]}" send-keys -t kraf -l "$1"; sleep 0.3; }

"${server[@]}" new-session -d -s kraf -x 140 -y 40 -c "$PROJECT" \
  "env HOME='$HOME' XDG_CONFIG_HOME='$HOME/.config' KRAF_RUNTIME_DIR='$KRAF_RUNTIME_DIR' '$HX' sand-mug.kraf"
shows 'Helix opens the shot list' 'sand-mug.kraf'
keys /
types '## hero'
keys Enter
shows 'sizes are shown behind the heading' '## hero .*1024 × 1024'
keys Space a
shows 'generating is an action, with its price' "Generate 'hero' · 1 picture · free"
keys Escape Space k
shows 'the hover tells what it costs' 'To make: 1 picture'
keys Escape : 
types 'lsp-workspace-command kraf.plan'
keys Enter
shows 'the plan is a message' '2 pictures to make, 0 kept from before; cost 0'
keys g g /
types '## hero'
keys Enter o
types 'sead: 7'
keys Escape
shows 'a mistake is counted' '● 1 '
keys Space d
shows 'a mistake is listed with what to write' "ERROR +unknownKey +No key is named 'sead'; did you me"
keys Enter Escape Space a
shows 'its fix is offered' "Change to 'seed'"
keys Enter
shows 'and applied' 'seed: 7'
keys Escape :
types 'lsp-workspace-command kraf.generate'
keys Enter
shows 'a command shows its progress' 'NOR (⣾|⣽|⣻|⢿|⡿|⣟|⣯|⣷) sand-mug'
shows 'and at its end where the pictures lie' 'Made 2 pictures: '
shows 'and that it is over' 'NOR +sand-mug'
keys Escape :
types 'q!'
keys Enter
exit $failed
