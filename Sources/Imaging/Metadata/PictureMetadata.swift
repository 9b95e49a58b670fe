/// What a picture file says about where its picture comes from.
public struct PictureMetadata: Sendable, Hashable {
  /// The most bytes of a title, a description and a tool's name in UTF-8; what is longer is cut at a character.
  static let (maxTitleBytes, maxDescriptionBytes, maxToolBytes) = (500, 2_000, 200)

  /// How the picture came to be.
  public var sourceType: DigitalSourceType

  /// A short name, like the product's; nil or empty for none.
  public var title: String?

  /// The program that made the file, like `krafd 1.4`.
  public var creatorTool: String

  /// What the picture shows; nil or empty for none.
  public var description: String?

  public init(
    sourceType: DigitalSourceType, title: String? = nil, creatorTool: String, description: String? = nil
  ) {
    self.sourceType = sourceType
    self.title = title
    self.creatorTool = creatorTool
    self.description = description
  }

  /// The XMP packet: RDF in UTF-8 of at most 17 kB, the same for the same metadata.
  ///
  /// White space in texts becomes a blank, other control characters are dropped.
  ///
  /// Source: ISO 16684-1, sections 7.3 and 7.4; IPTC Photo Metadata 2023.2 for the digital source type.
  public var xmp: String {
    var lines = [
      "<Iptc4xmpExt:DigitalSourceType>\(sourceType.uri)</Iptc4xmpExt:DigitalSourceType>",
      "<xmp:CreatorTool>\(Self.text(creatorTool, maxBytes: Self.maxToolBytes))</xmp:CreatorTool>",
    ]
    for (name, value, maxBytes) in [
      ("title", title, Self.maxTitleBytes), ("description", description, Self.maxDescriptionBytes),
    ] {
      let text = Self.text(value ?? "", maxBytes: maxBytes)
      guard !text.isEmpty else { continue }
      lines.append("<dc:\(name)><rdf:Alt><rdf:li xml:lang=\"x-default\">\(text)</rdf:li></rdf:Alt></dc:\(name)>")
    }
    return """
      <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
       <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about=""
          xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
          xmlns:xmp="http://ns.adobe.com/xap/1.0/"
          xmlns:dc="http://purl.org/dc/elements/1.1/">
         \(lines.joined(separator: "\n   "))
        </rdf:Description>
       </rdf:RDF>
      </x:xmpmeta>
      <?xpacket end="w"?>
      """
  }

  /// A text as it may stand between two tags: clean, cut before `maxBytes` are exceeded, then escaped.
  private static func text(_ text: String, maxBytes: Int) -> String {
    var (kept, count) = ("", 0)
    for character in text {
      var clean = String.UnicodeScalarView()
      clean.append(contentsOf: character.unicodeScalars.lazy.compactMap(Self.allowed))
      count += String(clean).utf8.count
      if count > maxBytes { break }
      for scalar in clean { kept += escaped(scalar) }
    }
    return kept
  }

  /// What stands for a scalar; nil where XML 1.0 forbids or discourages it. Source: XML 1.0, section 2.2.
  private static func allowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: " "
    case ..<0x20, 0x7F..<0xA0: nil
    default: scalar.properties.isNoncharacterCodePoint ? nil : scalar
    }
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    case "'": "&apos;"
    default: String(scalar)
    }
  }
}
