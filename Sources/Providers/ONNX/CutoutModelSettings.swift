import FoundationEssentials

/// What a `cutout-model.json` says of a model: where it is, what it takes and what it answers. All values are sound.
struct CutoutModelSettings: Sendable, Hashable {
  /// The absolute path of the `.onnx` file.
  var model: String

  /// The size in px that the model looks at.
  var width: Int
  var height: Int

  /// Colors of 0...255 are divided by this first.
  var scale: Float = 255

  /// Then `mean` is taken away and the rest divided by `std`, for each channel in the order of the model.
  var mean: SIMD3<Float> = .zero
  var std: SIMD3<Float> = .one

  var order = Order.rgb
  var layout = Layout.nchw
  var output: Output

  /// The absolute path of ONNX Runtime's shared library; nil for the system's.
  var library: String?

  /// Which channel comes first.
  enum Order: String, Sendable, CaseIterable { case rgb, bgr }

  /// Whether colors come as three planes, or pixel by pixel.
  enum Layout: String, Sendable, CaseIterable { case nchw, nhwc }

  /// What a number of the answer means: any number, the larger the likelier; or a likelihood of 0...1.
  enum Output: String, Sendable, CaseIterable { case logits, probability }

  /// The shape of what the model is given.
  var shape: [Int] { layout == .nchw ? [1, 3, height, width] : [1, height, width, 3] }
}

extension CutoutModelSettings {
  /// The allowed sizes of a model's picture, in px a side.
  static let sides = 32...2048

  /// Reads a file's bytes. Throws: the first value that does not fit.
  init(json bytes: [UInt8]) throws(ModelFault) {
    let record: Record
    do {
      record = try JSONDecoder().decode(Record.self, from: Data(bytes))
    } catch let error as DecodingError {
      throw ModelFault(error)
    } catch {
      throw ModelFault("the file is not JSON")
    }
    model = try Self.path(record.model, "model")
    width = try Self.side(record.width, "width")
    height = try Self.side(record.height, "height")
    output = try Self.word(record.output, "output")
    if let word = record.order { order = try Self.word(word, "order") }
    if let word = record.layout { layout = try Self.word(word, "layout") }
    if let list = record.mean { mean = try Self.channels(list, "mean") }
    if let list = record.std {
      std = try Self.channels(list, "std")
      guard (0..<3).allSatisfy({ abs(std[$0]) >= Self.leastDivisor }) else {
        throw ModelFault("'std' must not be 0 for any channel")
      }
    }
    if let number = record.scale {
      scale = try Self.number(number, "scale")
      guard scale >= Self.leastDivisor else { throw ModelFault("'scale' must be larger than 0") }
    }
    if let path = record.library { library = try Self.path(path, "library") }
  }

  /// Smaller divisors make numbers that are no colors any more.
  private static let leastDivisor: Float = 1e-6

  private static func path(_ text: String, _ member: String) throws(ModelFault) -> String {
    guard text.hasPrefix("/"), !text.utf8.contains(0) else {
      throw ModelFault("'\(member)' must be an absolute path, one that begins with /")
    }
    return text
  }

  private static func side(_ number: Double, _ member: String) throws(ModelFault) -> Int {
    guard let side = Int(exactly: number), sides.contains(side) else {
      throw ModelFault("'\(member)' must be a whole number from \(sides.lowerBound) to \(sides.upperBound)")
    }
    return side
  }

  private static func word<Word: RawRepresentable<String> & CaseIterable>(
    _ text: String, _ member: String
  ) throws(ModelFault) -> Word {
    guard let word = Word(rawValue: text) else {
      let words = Word.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: " or ")
      throw ModelFault("'\(member)' must be \(words)")
    }
    return word
  }

  private static func channels(_ list: [Double], _ member: String) throws(ModelFault) -> SIMD3<Float> {
    guard list.count == 3 else { throw ModelFault("'\(member)' must be three numbers, one for each channel") }
    return SIMD3(try number(list[0], member), try number(list[1], member), try number(list[2], member))
  }

  private static func number(_ number: Double, _ member: String) throws(ModelFault) -> Float {
    let value = Float(number)
    guard value.isFinite else { throw ModelFault("'\(member)' has a number that is too large") }
    return value
  }
}

/// The file's members; others are ignored.
private struct Record: Decodable {
  var model: String
  var width: Double
  var height: Double
  var output: String
  var mean: [Double]?
  var std: [Double]?
  var scale: Double?
  var order: String?
  var layout: String?
  var library: String?
}

extension ModelFault {
  fileprivate init(_ error: DecodingError) {
    switch error {
    case .keyNotFound(let key, _): self.init("'\(key.stringValue)' is missing")
    case .typeMismatch(let type, let context):
      self.init(context.codingPath.isEmpty ? "the file is not a JSON object" : Self.mismatch(context.codingPath, type))
    case .valueNotFound(let type, let context): self.init(Self.mismatch(context.codingPath, type))
    case .dataCorrupted(let context) where !context.codingPath.isEmpty:
      self.init("'\(context.codingPath[0].stringValue)' has a number that is too large")
    case .dataCorrupted: self.init("the file is not JSON")
    @unknown default: self.init("the file is not JSON")
    }
  }

  private static func mismatch(_ path: [any CodingKey], _ type: any Any.Type) -> String {
    let word =
      switch (path.count, type) {
      case (2..., _): "three numbers, one for each channel"
      case (_, is String.Type): "a text"
      case (_, is Double.Type): "a number"
      default: "three numbers, one for each channel"
      }
    return "'\(path[0].stringValue)' must be \(word)"
  }
}
