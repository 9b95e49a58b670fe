--- A product's pictures as a tree: photos, prompts, pictures, and what was made from them.
local judge = require('kraf.judge')
local text = require('kraf.text')

local M = {}

---@class kraf.Branch
---@field node table as krafd answers it
---@field operation string? how it came of the branch above
---@field branches kraf.Branch[]

local deepest = 32

--- The nodes of one product, and those that came of them, as a tree below the product.
---@param canvas table what `kraf/canvas/get` answers
---@param product string
---@return kraf.Branch?
function M.of(canvas, product)
  local nodes, below, seen = {}, {}, {}
  for _, node in ipairs(canvas.nodes) do
    nodes[node.node] = node
  end
  for _, edge in ipairs(canvas.edges) do
    below[edge.from] = below[edge.from] or {}
    table.insert(below[edge.from], edge)
  end
  local function branch(node, operation, depth)
    seen[node.node] = true
    local grown = { node = node, operation = operation, branches = {} }
    if depth >= deepest then return grown end
    for _, edge in ipairs(below[node.node] or {}) do
      local child = nodes[edge.to]
      -- A prompt hangs on its photos, but reads best beside them: it is grown from the product below.
      if child and not seen[edge.to] and child.kind ~= 'prompt' then
        table.insert(grown.branches, branch(child, edge.operation, depth + 1))
      end
    end
    return grown
  end
  local root = vim.iter(canvas.nodes):find(function(node) return node.kind == 'product' and node.product == product end)
  if not root then return nil end
  local tree = branch(root, nil, 0)
  for _, node in ipairs(canvas.nodes) do
    if node.product == product and node.kind == 'prompt' and not seen[node.node] then
      table.insert(tree.branches, branch(node, 'prompt', 1))
    end
  end
  for _, node in ipairs(canvas.nodes) do
    if node.product == product and not seen[node.node] then table.insert(tree.branches, branch(node, nil, 1)) end
  end
  return tree
end

local shapes = { reference = '▣ ', prompt = '¶ ', output = '◆ ', variation = '◇ ', edit = '◈ ' }
local groups = { product = 'Title', reference = 'Constant', prompt = 'Function' }

--- What is said of a node: its name, how it came about, what was decided, what it cost.
local function pieces_of(branch, jobs)
  local node = branch.node
  local pieces = { { (shapes[node.kind] or '') .. text.plain(node.title, 60), groups[node.kind] } }
  if node.kind == 'edit' and branch.operation then
    table.insert(pieces, { '  ' .. text.plain(branch.operation, 30), 'Special' })
  end
  vim.list_extend(pieces, judge.pieces(node.verdict))
  if node.stale then table.insert(pieces, { '  out of date', 'DiagnosticWarn' }) end
  local job = node.job and jobs[node.job]
  if job then
    local time = text.duration(job.elapsedMs / 1000)
    table.insert(pieces, { '  ' .. text.money(job.costMicros) .. (time and ' · ' .. time or ''), 'Comment' })
  end
  return pieces
end

--- The lines of a tree, and the node that stands in each.
---@param tree kraf.Branch
---@param jobs table<string, table> descriptions by id
---@return kraf.Line[]
---@return table<integer, table> nodes by line
function M.lines(tree, jobs, width)
  local lines, places = {}, {}
  local function add(line, node)
    table.insert(lines, line)
    places[#lines] = node
  end
  local function walk(branch, lead, is_last, is_root)
    local line = {}
    if not is_root then table.insert(line, { lead .. (is_last and '└ ' or '├ '), 'NonText' }) end
    vim.list_extend(line, pieces_of(branch, jobs))
    add(line, branch.node)
    local inner = is_root and '' or lead .. (is_last and '  ' or '│ ')
    if branch.node.kind == 'prompt' and branch.node.text ~= '' then
      local rail = inner .. (#branch.branches > 0 and '│ ' or '  ')
      local words = text.plain(branch.node.text, math.max(12, width - vim.fn.strdisplaywidth(rail) - 1))
      add({ { rail, 'NonText' }, { words, 'Comment' } }, branch.node)
    end
    for number, one in ipairs(branch.branches) do
      walk(one, inner, number == #branch.branches)
    end
  end
  walk(tree, '', true, true)
  return lines, places
end

return M
