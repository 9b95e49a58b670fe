import ShotList

extension IssueTests {
  static let referenceCases: [IssueCase] = [
    IssueCase(
      id: .badPath, severity: .error, text: "@«front» =\n",
      sentence: "A reference needs a path, like @front = photos/front.jpg"),
    IssueCase(
      id: .pathOutsideWorkspace, severity: .error, text: "@front = «../../secret.jpg»",
      sentence: "This path leaves the workspace; copy the file into it and name it from here"),
    IssueCase(
      id: .pathOutsideWorkspace, severity: .error, text: "@front = «/etc/passwd»",
      sentence: "This path leaves the workspace; copy the file into it and name it from here"),
    IssueCase(
      id: .missingFile, severity: .error, text: "@front = «./gone.jpg»",
      sentence: "There is no file 'products/gone.jpg' in the workspace; a path is relative to this file"),
    IssueCase(
      id: .unknownKind, severity: .error, text: "@front = a.jpg «detial»",
      sentence: "No kind of reference is named 'detial'; did you mean 'detail'?", fixed: "@front = a.jpg detail"),
    IssueCase(
      id: .unknownKind, severity: .error, text: "@front = «my photo.jpg»",
      sentence: "A path with spaces stands in quotes", fixed: "@front = \"my photo.jpg\""),
    IssueCase(
      id: .duplicateHandle, severity: .error, text: "@a = a.jpg\n@«a» = b.jpg",
      sentence: "@a is declared above already; give this reference another name"),
    IssueCase(
      id: .misplacedReference, severity: .warning, text: "## hero\n@«a» = a.jpg",
      sentence: "References stand above the first shot and count for all; move the line there"),
    IssueCase(
      id: .unusedReference, severity: .information, text: "@a = a.jpg\n@«b» = b.jpg\n## hero",
      sentence: "No shot uses @b; name it in a prompt or remove the line"),
    IssueCase(
      id: .noReference, severity: .error, text: "@mood = a.jpg style\n«## hero»",
      sentence: "A shot needs a photo of the product; add a line like @front = photos/front.jpg above the first shot"),
    IssueCase(
      id: .unknownHandle, severity: .error, text: "@front = a.jpg\n## hero\nThe «@frnt» view",
      sentence: "No reference is named '@frnt'; did you mean '@front'?",
      fixed: "@front = a.jpg\n## hero\nThe @front view"),
    IssueCase(
      id: .unknownHandle, severity: .error, text: "## hero\nfrom: «@front»",
      sentence: "No reference is named '@front'; add a line like @front = photos/front.jpg"),
    IssueCase(
      id: .unknownHandle, severity: .error, text: "@front = a.jpg\n## hero\n### crop\n«@zzz»",
      sentence: "No reference is named '@zzz'; use @front"),
    IssueCase(
      id: .wrongReferenceKind, severity: .error, text: "@mood = a.jpg style\n## hero\nfrom: «@mood»",
      sentence: "@mood is a style reference; a shot is made from a product or detail reference"),
    IssueCase(
      id: .cropOutsideReference, severity: .error, text: "@front = a.jpg\n## hero\ncrop: «@front(700, 0, 200, 600)»",
      sentence: "The crop leaves @front, which is 800 x 600 px"),
  ]

  static let contentCases: [IssueCase] =
    [
      IssueCase(
        id: .contradictingSize, severity: .warning, text: "## hero\nratio: «4:5»\nsize: 2000x2000",
        sentence: "2000x2000 is not 4:5; the size counts, so remove one of the two lines"),
      IssueCase(
        id: .styleAgainstRole, severity: .warning, text: "## campaign\nstyle: «pure-white»",
        sentence: "'pure-white' does not suit campaign; use 'color-block'", fixed: "## campaign\nstyle: color-block"),
      IssueCase(
        id: .styleAgainstRole, severity: .warning, text: "style: pure-white\n«## campaign»",
        sentence: "'pure-white' does not suit campaign; use 'color-block'"),
      IssueCase(
        id: .styleAgainstChannel, severity: .error, text: "## hero\nchannel: amazon.main\nstyle: «color-block»",
        sentence: "'color-block' is not allowed in amazon.main; use 'pure-white'",
        fixed: "## hero\nchannel: amazon.main\nstyle: pure-white"),
      IssueCase(
        id: .styleAgainstChannel, severity: .error, text: "style: color-block\n## hero\nchannel: «amazon.main»",
        sentence: "'color-block' is not allowed in amazon.main; use 'pure-white'"),
      IssueCase(
        id: .unrenderedWord, severity: .warning, text: "## hero\nOn fresh «grass», soft light from the left",
        sentence: "The studio cannot render 'grass'; leave it out, or take a photo or another model"),
      IssueCase(
        id: .unrenderedWord, severity: .warning,
        text: "## hero\nSoft light and «Brick\nwalls», no people, \"MARBLE\", a plinth",
        sentence: "The studio cannot render 'Brick\nwalls'; use a plaster or a concrete wall instead"),
    ] + badValues

  private static let badValues: [IssueCase] = [
    ("## hero\nratio: «wide»", "A ratio is two numbers, like 4:5"),
    ("## hero\nratio: «0:5»", "A ratio is two numbers, like 4:5"),
    ("## hero\nsize: «2000»", "A size is width and height in px, 16 to 8192, like 2000x2000"),
    ("## hero\nsize: «8x8»", "A size is width and height in px, 16 to 8192, like 2000x2000"),
    ("## hero\ncount: «17»", "A count is a whole number from 1 to 16"),
    ("## hero\nseed: «-1»", "A seed is a whole number from 0 to 4294967295"),
    ("## hero\nseed: «99999999999999999999999»", "A seed is a whole number from 0 to 4294967295"),
    ("## hero\nlock: «yes»", "Write on or off"),
    ("## hero\n«style»:", "Name one style, like pure-white"),
    ("## hero\nstyle: «pure white»", "Name one style, like pure-white"),
    ("## hero\nmodel: «a, b»", "Name one model, like studio"),
    ("## hero\nchannel: «a b»", "Name one channel, like amazon.main"),
    ("## hero\nfrom: «front»", "Name a reference, like @front"),
    ("## hero\ncrop: «@front(1, 2, 3)»", "A crop is @front(x, y, width, height) in px, or lid, label or base"),
    ("## hero\ncompare: «studio pure-white»", "Name models or styles, parted by commas"),
    ("palette: «#FFF»", "A palette is up to 8 colors, like #F4B860, #2F5D62"),
    ("background: «sunny»", "A background is a color like #FFFFFF, or white, black or transparent"),
    ("color: «green»", "A color is written like #2F4A43, followed by the part that has it"),
    ("label: «TRAILHEAD»", "The words of a label stand in quotes, like \"TRAILHEAD\""),
    ("dimensions: «big»", "Dimensions are two or three lengths, like 75 x 75 x 268 mm"),
    ("form: «square»", "A form is flat, round, inflated or lying"),
    ("budget: «lots»", "A budget is an amount, like 60 credits or 5 USD"),
    ("channels: «a b»", "Channels are names parted by commas, like amazon.main, shopify.product"),
    ("«category»:", "'category' is text"),
  ].map { IssueCase(id: .badValue, severity: .error, text: $0.0, sentence: $0.1) }
}
