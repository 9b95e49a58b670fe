import Imaging
import Testing

@Suite struct XMP {
  /// A PNG with this packet.
  private func file(_ packet: String) -> [UInt8] {
    FileParts.png(
      Fixture.gray1, adding: FileParts.chunk("iTXt", Array("XML:com.adobe.xmp\0\0\0en\0\0".utf8) + Array(packet.utf8)))
  }

  private let uri = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"

  @Test func thePacketIsWhatTheStandardSays() {
    let metadata = PictureMetadata(
      sourceType: .digitalCapture, title: "Tea & <cake>", creatorTool: "krafd 1.0", description: "\"Ö\" 'n 猫")

    #expect(
      metadata.xmp == """
        <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
         <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
          <rdf:Description rdf:about=""
            xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
            xmlns:xmp="http://ns.adobe.com/xap/1.0/"
            xmlns:dc="http://purl.org/dc/elements/1.1/">
           <Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture\
        </Iptc4xmpExt:DigitalSourceType>
           <xmp:CreatorTool>krafd 1.0</xmp:CreatorTool>
           <dc:title><rdf:Alt><rdf:li xml:lang="x-default">Tea &amp; &lt;cake&gt;</rdf:li></rdf:Alt></dc:title>
           <dc:description><rdf:Alt><rdf:li xml:lang="x-default">&quot;Ö&quot; &apos;n 猫</rdf:li></rdf:Alt>\
        </dc:description>
          </rdf:Description>
         </rdf:RDF>
        </x:xmpmeta>
        <?xpacket end="w"?>
        """)
  }

  @Test func withoutTextsTheirElementsAreLeftOut() {
    let xmp = PictureMetadata(sourceType: .humanEdits, title: "\u{7}", creatorTool: "x", description: "").xmp

    #expect(!xmp.contains("<dc:"))
  }

  @Test func controlCharactersGoAndWhiteSpaceBecomesABlank() {
    let xmp = PictureMetadata(
      sourceType: .humanEdits, title: "a\0b\u{1B}c\u{9F}d\u{FFFF}e\tf\ng", creatorTool: "x"
    ).xmp

    #expect(xmp.contains(">abcde f g<"))
  }

  @Test(arguments: [
    (String(repeating: "x", count: 600), 500), (String(repeating: "é", count: 600), 250),
    ("x" + String(repeating: "é", count: 600), 250), (String(repeating: "👩‍👩‍👧", count: 90), 27),
    (String(repeating: "&", count: 600), 500), ("e" + String(repeating: "\u{301}", count: 9000), 0),
  ])
  func longTextsAreCutAtACharacter(_ title: String, _ kept: Int) {
    let xmp = PictureMetadata(sourceType: .humanEdits, title: title, creatorTool: "x").xmp

    let found = xmp.firstMatch(of: #/x-default">([^<]*)</#).map { String($0.1) } ?? ""
    #expect(found.replacing("&amp;", with: "&") == title.prefix(kept))
  }

  @Test func theLongestPacketIsWellFormed() {
    let metadata = PictureMetadata(
      sourceType: .algorithmicMedia, title: String(repeating: "\"", count: 9000), creatorTool: "<>&",
      description: String(repeating: "'\u{1}猫", count: 9000))

    var open: [Substring] = []
    for tag in metadata.xmp.matches(of: #/<(/?)([\w:]+)(?:\s+[\w:]+="[^"<&]*")*>/#) {
      if tag.1.isEmpty { open.append(tag.2) } else { #expect(open.popLast() == tag.2) }
    }

    #expect(open.isEmpty)
    #expect(!metadata.xmp.replacing(#/<[^<>]+>/#, with: "").contains(#/[<>]|&(?!(amp|lt|gt|quot|apos);)/#))
    #expect(metadata.xmp.utf8.count < 17_000)
  }

  @Test(arguments: [
    "<a:DigitalSourceType>URI</a:DigitalSourceType>", "<DigitalSourceType>\n URI\n</DigitalSourceType>",
    "<rdf:Description a:b=\"1\" Iptc4xmpExt:DigitalSourceType = 'URI' c:d='2'/>",
    "<Iptc4xmpExt:DigitalSourceType rdf:resource=\"URI\"/>", "<x y='>'><a:DigitalSourceType>URI<",
    "<!-- <a:DigitalSourceType>http://x< --><a:DigitalSourceType>URI</a:DigitalSourceType>",
    "<a:DigitalSourceType/><b:DigitalSourceType>https://URI</b:DigitalSourceType>",
  ])
  func otherWaysOfWritingItAreRead(_ form: String) {
    let packet = form.replacing("https://URI", with: "https" + uri.dropFirst(4)).replacing("URI", with: uri)

    #expect(ImageFile.digitalSourceType(of: file(packet)) == .trainedAlgorithmicMedia)
  }

  @Test(arguments: [
    "", "<", "<a", "<a:DigitalSourceType>", "<a:DigitalSourceType", "URI", "<dc:title>DigitalSourceType>URI</dc:title>",
    "<!-- <a:DigitalSourceType>URI</a:DigitalSourceType> -->", "<a:DigitalSourceType>URIx</a:DigitalSourceType>",
    "<a:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/</a:DigitalSourceType>", "<a b=", "<a b='",
    "<!--", "<!-- -- -", "<?x", "<![CDATA[ <a:DigitalSourceType>URI< ]]>", "<a ='' = =\"",
    "<a:MyDigitalSourceType>URI</a:MyDigitalSourceType>",
  ])
  func anythingElseNamesNothing(_ packet: String) {
    #expect(ImageFile.digitalSourceType(of: file(packet.replacing("URI", with: uri))) == nil)
  }

  @Test func aCompressedOrMalformedTextChunkNamesNothing() {
    let packet = Array("<a:DigitalSourceType>\(uri)</a:DigitalSourceType>".utf8)
    for head in [
      "XML:com.adobe.xmp\0\u{1}\0\0\0", "XML:com.adobe.xmp\0\0\0", "XML:com.adobe.xmp\0", "Comment\0\0\0\0\0",
    ] {
      let png = FileParts.png(Fixture.gray1, adding: FileParts.chunk("iTXt", Array(head.utf8) + packet))

      #expect(ImageFile.digitalSourceType(of: png) == nil)
    }
  }
}
