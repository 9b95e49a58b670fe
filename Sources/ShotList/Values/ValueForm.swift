internal import Catalog

extension Key {
  /// The value that `bytes[range]` says for this key; `nil` when it has another form.
  func value(_ range: Range<Int>, in bytes: [UInt8]) -> Value? {
    let text = String(decoding: bytes[range], as: UTF8.self)
    switch self {
    case .category, .finish: return .text(text)
    case .material, .keep, .parts: return .list(bytes.items(in: range))
    case .dimensions: return ProductDimensions(text).map(Value.dimensions)
    case .color: return bytes.partColors(in: range).map(Value.colors)
    case .label: return bytes.quotes(in: range).map(Value.quotes)
    case .form: return ProductForm(rawValue: text.lowercased()).map(Value.form)
    case .budget: return Budget(text).map(Value.budget)
    case .style, .model, .channel: return bytes.name(in: range).map(Value.name)
    case .channels, .compare: return bytes.names(in: range).map(Value.names)
    case .lock: return ["on": true, "off": false][text.lowercased()].map(Value.toggle)
    case .ratio: return Ratio(text).map(Value.ratio)
    case .size: return PixelSize(text).map(Value.size)
    case .seed: return Int(digits: text, in: 0...4_294_967_295).map(Value.number)
    case .count: return Int(digits: text, in: 1...16).map(Value.number)
    case .background: return ShotBackground(text).map(Value.background)
    case .palette: return bytes.palette(in: range).map(Value.palette)
    case .from: return bytes.handle(in: range).map(Value.handle)
    case .crop: return bytes.crop(in: range).map(Value.crop)
    }
  }

  /// What to write instead of a value that has another form.
  var expectation: String {
    switch self {
    case .category, .finish, .material, .keep, .parts: "'\(rawValue)' is text"
    case .dimensions: "Dimensions are two or three lengths, like 75 x 75 x 268 mm"
    case .color: "A color is written like #2F4A43, followed by the part that has it"
    case .label: "The words of a label stand in quotes, like \"TRAILHEAD\""
    case .form: "A form is flat, round, inflated or lying"
    case .budget: "A budget is an amount, like 60 credits or 5 USD"
    case .style: "Name one style, like pure-white"
    case .model: "Name one model, like studio"
    case .channel: "Name one channel, like amazon.main"
    case .channels: "Channels are names parted by commas, like amazon.main, shopify.product"
    case .compare: "Name models or styles, parted by commas"
    case .lock: "Write on or off"
    case .ratio: "A ratio is two numbers, like 4:5"
    case .size: "A size is width and height in px, 16 to 8192, like 2000x2000"
    case .seed: "A seed is a whole number from 0 to 4294967295"
    case .count: "A count is a whole number from 1 to 16"
    case .background: "A background is a color like #FFFFFF, or white, black or transparent"
    case .palette: "A palette is up to 8 colors, like #F4B860, #2F5D62"
    case .from: "Name a reference, like @front"
    case .crop: "A crop is @front(x, y, width, height) in px, or lid, label or base"
    }
  }
}

extension [UInt8] {
  /// The most items that a list may have.
  private static var maxItems: Int { 64 }

  /// The parts between commas, without empty ones; commas in quotes or brackets part nothing.
  func items(in range: Range<Int>) -> [Named] {
    var items: [Named] = []
    var start = range.lowerBound
    var isQuoted = false
    for place in range where items.count < Self.maxItems {
      if self[place] == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard self[place] == UInt8(ascii: ","), !isQuoted else { continue }
      append(start..<place, to: &items)
      start = place + 1
    }
    append(start..<range.upperBound, to: &items)
    return items
  }

  private func append(_ range: Range<Int>, to items: inout [Named]) {
    let part = trimmed(range)
    guard !part.isEmpty, items.count < Self.maxItems else { return }
    items.append(Named(text: String(decoding: self[part], as: UTF8.self), range: part))
  }

  /// One name without spaces, in lower case.
  func name(in range: Range<Int>) -> Named? {
    guard !range.isEmpty, range.count <= 64,
      end(of: range, while: { !$0.isSpace && $0 != UInt8(ascii: ",") }) == range.upperBound
    else { return nil }
    return Named(text: String(decoding: self[range], as: UTF8.self).lowercased(), range: range)
  }

  func names(in range: Range<Int>) -> [Named]? {
    let items = items(in: range)
    let names = items.compactMap { name(in: $0.range) }
    return names.isEmpty || names.count != items.count ? nil : names
  }

  func handle(in range: Range<Int>) -> Named? {
    guard has("@", at: range.lowerBound, before: range.upperBound), range.count > 1,
      handleEnd(in: range.lowerBound + 1..<range.upperBound) == range.upperBound
    else { return nil }
    let name = range.lowerBound + 1..<range.upperBound
    return Named(text: String(decoding: self[name], as: UTF8.self), range: range)
  }

  func palette(in range: Range<Int>) -> [HexColor]? {
    let items = items(in: range)
    let colors = items.compactMap { HexColor($0.text) }
    return (1...8).contains(colors.count) && colors.count == items.count ? colors : nil
  }

  func partColors(in range: Range<Int>) -> [PartColor]? {
    let items = items(in: range)
    let colors = items.compactMap { item -> PartColor? in
      guard let color = HexColor(item.text.prefix(7)) else { return nil }
      let rest = item.text.dropFirst(7)
      guard rest.isEmpty || rest.first == " " else { return nil }
      return PartColor(color: color, part: String(rest.drop { $0 == " " }))
    }
    return colors.isEmpty || colors.count != items.count ? nil : colors
  }

  func quotes(in range: Range<Int>) -> [String]? {
    let quotes = promptSpans(in: range).filter { $0.kind == .quoted }.map { span in
      String(String(decoding: self[span.range], as: UTF8.self).dropFirst().dropLast())
    }
    return quotes.isEmpty ? nil : quotes
  }

  func crop(in range: Range<Int>) -> Crop? {
    let text = String(decoding: self[range], as: UTF8.self)
    if let part = Crop.Part(rawValue: text.lowercased()) { return .part(part) }
    guard let open = first("(", in: range), has(")", at: range.upperBound - 1, before: range.upperBound),
      let handle = handle(in: trimmed(range.lowerBound..<open))
    else { return nil }
    let numbers = items(in: open + 1..<range.upperBound - 1).map { Int(digits: $0.text, in: 0...65_536) }
    guard numbers.count == 4, let x = numbers[0], let y = numbers[1], let width = numbers[2], let height = numbers[3],
      width > 0, height > 0
    else { return nil }
    return .area(handle: handle, x: x, y: y, width: width, height: height)
  }
}
