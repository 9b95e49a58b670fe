" What a shot list looks like before krafd has told its tokens, which then stand above these.
if exists('b:current_syntax')
  finish
endif

syntax sync minlines=50
syntax match krafProperty "^\s*\zs[a-z-]\+\ze\s*:" nextgroup=krafColon
syntax match krafColon ":" contained
syntax match krafAvoid "^\s*-\s.*$" contains=krafReference,krafColor,krafQuoted
syntax match krafReference "@[[:alnum:]_-]\+"
syntax match krafColor "#\x\{6}\>"
syntax region krafQuoted start=+"+ end=+"+ oneline
syntax match krafTitle "^#\s.*$"
syntax match krafShot "^##\s.*$"
syntax match krafStep "^###\s.*$"
syntax match krafComment "//.*$"
syntax region krafComment start="<!--" end="-->"

highlight default link krafTitle Title
highlight default link krafShot Function
highlight default link krafStep Function
highlight default link krafProperty Identifier
highlight default link krafColon Delimiter
highlight default link krafReference Constant
highlight default link krafColor Number
highlight default link krafQuoted String
highlight default link krafAvoid WarningMsg
highlight default link krafComment Comment

let b:current_syntax = 'kraf'
