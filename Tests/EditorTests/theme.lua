-- The colors of the pictures in docs/images: a dark paper with the hues of the example products.
local paper, ink, dim, raised = '#1B1E24', '#D9D5CC', '#7C828E', '#272B33'
local gold, leaf, sky, clay, stone = '#E3B269', '#A3BE8C', '#8CB4D8', '#E08A74', '#B7A6CF'
local looks = {
  Normal = { fg = ink, bg = paper },
  NormalFloat = { fg = ink, bg = raised },
  FloatBorder = { fg = dim, bg = raised },
  Pmenu = { fg = ink, bg = raised },
  PmenuSel = { fg = paper, bg = gold, bold = true },
  PmenuKind = { fg = dim, bg = raised },
  PmenuExtra = { fg = dim, bg = raised },
  PmenuSbar = { bg = raised },
  PmenuThumb = { bg = dim },
  Visual = { bg = '#3A404C' },
  LineNr = { fg = '#4A505B' },
  CursorLineNr = { fg = gold },
  SignColumn = { bg = paper },
  EndOfBuffer = { fg = paper },
  StatusLine = { fg = paper, bg = paper },
  StatusLineNC = { fg = paper, bg = paper },
  WinBar = { fg = dim, italic = true },
  WinBarNC = { fg = dim, italic = true },
  DiffAdd = { bg = '#26382F' },
  DiffChange = { bg = paper },
  DiffText = { bg = '#26382F' },
  DiffDelete = { fg = paper, bg = paper },
  Folded = { fg = dim, bg = paper },
  LspInlayHint = { fg = '#8A93A3', italic = true },
  LspCodeLens = { fg = '#6E96B8' },
  LspCodeLensSeparator = { fg = '#4A505B' },
  DiagnosticError = { fg = clay },
  DiagnosticWarn = { fg = gold },
  DiagnosticInfo = { fg = sky },
  DiagnosticUnderlineError = { undercurl = true, sp = clay },
  DiagnosticUnderlineWarn = { undercurl = true, sp = gold },
  DiagnosticUnderlineInfo = { undercurl = true, sp = sky },
  ['@markup.raw'] = { fg = sky },
  ['@lsp.type.namespace'] = { fg = ink, bold = true },
  ['@lsp.type.keyword'] = { fg = gold, bold = true },
  ['@lsp.type.function'] = { fg = gold },
  ['@lsp.type.method'] = { fg = gold },
  ['@lsp.type.property'] = { fg = sky },
  ['@lsp.type.enumMember'] = { fg = leaf },
  ['@lsp.type.number'] = { fg = stone },
  ['@lsp.type.variable'] = { fg = clay },
  ['@lsp.type.string'] = { fg = leaf },
  ['@lsp.type.type'] = { fg = stone },
  ['@lsp.type.comment'] = { fg = dim, italic = true },
  ['@lsp.type.operator'] = { fg = ink },
  ['@lsp.mod.declaration'] = {},
}
vim.o.termguicolors = true
for group, look in pairs(looks) do vim.api.nvim_set_hl(0, group, look) end
vim.o.laststatus, vim.o.ruler, vim.o.showcmd, vim.o.showmode, vim.o.cmdheight = 0, false, false, false, 1
vim.o.fillchars = 'eob: ,fold: ,diff: '
vim.o.shortmess = vim.o.shortmess .. 'IFcCs'
-- Where an unpacked Neovim has its parsers; an installed one knows the folder already.
vim.opt.runtimepath:append(vim.fs.normalize(vim.env.VIMRUNTIME .. '/../../../lib/nvim'))
