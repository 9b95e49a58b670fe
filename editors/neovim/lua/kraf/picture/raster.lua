--- Pictures of other sizes and on other grounds.
local M = {}

--- The picture at another size: each px is the mean of the px that it covers, on an even ground where it is
--- transparent.
---@param raster kraf.Raster
---@param ground integer a color, 0xRRGGBB
---@return kraf.Raster opaque
function M.fitted(raster, width, height, ground)
  local fitted = { width = width, height = height, red = {}, green = {}, blue = {} }
  local ground_red, ground_green, ground_blue = math.floor(ground / 65536), math.floor(ground / 256) % 256, ground % 256
  local reds, greens, blues, alphas = raster.red, raster.green, raster.blue, raster.alpha
  local place = 0
  for row = 0, height - 1 do
    local top = math.floor(row * raster.height / height)
    local bottom = math.max(top, math.ceil((row + 1) * raster.height / height) - 1)
    for column = 0, width - 1 do
      local left = math.floor(column * raster.width / width)
      local right = math.max(left, math.ceil((column + 1) * raster.width / width) - 1)
      local red, green, blue, weight = 0, 0, 0, 0
      for y = top, bottom do
        local start = y * raster.width + 1
        for at = start + left, start + right do
          local share = alphas and alphas[at] / 255 or 1
          red, green, blue = red + reds[at] * share, green + greens[at] * share, blue + blues[at] * share
          weight = weight + share
        end
      end
      local count = (bottom - top + 1) * (right - left + 1)
      local rest = count - weight
      place = place + 1
      fitted.red[place] = math.floor((red + ground_red * rest) / count + 0.5)
      fitted.green[place] = math.floor((green + ground_green * rest) / count + 0.5)
      fitted.blue[place] = math.floor((blue + ground_blue * rest) / count + 0.5)
    end
  end
  return fitted
end

--- Half of the picture and half of the ground: what is not current any more.
---@param raster kraf.Raster opaque; it is changed
function M.dim(raster, ground)
  for name, level in pairs({
    red = math.floor(ground / 65536),
    green = math.floor(ground / 256) % 256,
    blue = ground % 256,
  }) do
    local values = raster[name]
    for place = 1, #values do
      values[place] = math.floor((values[place] + level * 1.5) / 2.5)
    end
  end
  return raster
end

return M
