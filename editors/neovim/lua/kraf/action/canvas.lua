--- `:Kraf canvas`: the product's photos, prompts and pictures as a tree, to be looked at and judged.
local gallery = require('kraf.gallery')
local source = require('kraf.source')
local text = require('kraf.text')
local tree = require('kraf.tree')

local M = {}

--- The work that pictures came of, by its id.
local function jobs_of(about)
  local jobs = {}
  for _, job in ipairs(about:ask_workspace('kraf/job/list').jobs) do
    jobs[job.job] = job
  end
  return jobs
end

local function read(about, width)
  local grown = tree.of(about:ask_workspace('kraf/canvas/get'), about:product())
  if not grown then
    return { { { 'Nothing is on the canvas yet; :Kraf generate makes the first picture', 'Comment' } } }, {}
  end
  local lines, nodes = tree.lines(grown, jobs_of(about), width)
  local items = {}
  for line, node in pairs(nodes) do
    items[line] = {
      asset = node.asset, title = node.title, verdict = node.verdict, is_picture = node.kind ~= 'reference',
    }
  end
  return lines, items
end

function M.run()
  local about = source.current()
  local shown = gallery.find('canvas', about.buffer)
  if shown then return shown.sheet:close() end
  local title = 'canvas of ' .. text.plain(vim.fs.basename(about.path), 30)
  gallery.open({ name = 'canvas', title = title, about = about, read = read, follows = true })
end

function M.words() return {} end

return M
