import ShotList

extension IssueTests {
  static let nameCases: [IssueCase] = [
    IssueCase(
      id: .unknownStep, severity: .warning, text: "## hero\n### «rezise»\nwidth: 4",
      sentence: "No step is named 'rezise'; did you mean 'resize'?", fixed: "## hero\n### resize\nwidth: 4"),
    IssueCase(
      id: .unknownStep, severity: .warning, text: "## hero\n### Resize\nwidth: 4\n### motion\npush-in\n### «polish»",
      sentence: "No step is named 'polish'; use one of resize, autoOrient, motion"),
    IssueCase(
      id: .unknownParameter, severity: .error, text: "## hero\n### resize\n«wdth»: 4\nHeight: 3",
      sentence: "No parameter of resize is named 'wdth'; did you mean 'width'?",
      fixed: "## hero\n### resize\nwidth: 4\nHeight: 3"),
    IssueCase(
      id: .unknownKey, severity: .error, text: "## hero\n«stlye»: pure-white",
      sentence: "No key is named 'stlye'; did you mean 'style'?", fixed: "## hero\nstyle: pure-white"),
    IssueCase(
      id: .unknownKey, severity: .error, text: "## hero\n«xyzzy»: 1",
      sentence:
        "No key is named 'xyzzy'; use one of style, model, lock, ratio, size, seed, count, background, palette, from, crop, "
        + "channel, …"),
    IssueCase(
      id: .misplacedKey, severity: .error, text: "## hero\n«budget»: 5 USD",
      sentence: "'budget' belongs above the first shot; move the line there"),
    IssueCase(
      id: .misplacedKey, severity: .error, text: "«from»: @front",
      sentence: "'from' belongs under a shot's heading; move the line there"),
    IssueCase(
      id: .duplicateKey, severity: .warning, text: "## hero\n«seed»: 1\nseed: 2",
      sentence: "'seed' is set again below, which counts; remove this line"),
    IssueCase(
      id: .unknownRole, severity: .error, text: "## «heroo» front",
      sentence: "No role is named 'heroo'; did you mean 'hero'?", fixed: "## hero front"),
    IssueCase(
      id: .unknownRole, severity: .error, text: "## «x»",
      sentence: "No role is named 'x'; use one of hero, detail, lifestyle, on-model, feature, campaign"),
    IssueCase(
      id: .missingRole, severity: .error, text: "«##»\n", sentence: "A shot begins with its role, like ## hero"),
    IssueCase(
      id: .duplicateShot, severity: .error, text: "## hero\n\n«## Hero»",
      sentence: "Two shots are named 'hero'; give this one a name, like ## Hero second"),
    IssueCase(
      id: .unknownStyle, severity: .error, text: "## hero\nstyle: «pure-whit»",
      sentence: "No style is named 'pure-whit'; did you mean 'pure-white'?", fixed: "## hero\nstyle: pure-white"),
    IssueCase(
      id: .unknownModel, severity: .error, text: "model: «studoi»",
      sentence: "No model is named 'studoi'; did you mean 'studio'?", fixed: "model: studio"),
    IssueCase(
      id: .unknownModel, severity: .error, text: "## hero\nmodel: «flux-2-pro»",
      sentence: "No model is named 'flux-2-pro'; use studio"),
    IssueCase(
      id: .unknownChannel, severity: .error, text: "channels: shopify.product, «amazn.main»",
      sentence: "No channel is named 'amazn.main'; did you mean 'amazon.main'?",
      fixed: "channels: shopify.product, amazon.main"),
    IssueCase(
      id: .unknownComparison, severity: .error, text: "## hero\ncompare: studio, «pure-wite»",
      sentence: "No model or style is named 'pure-wite'; did you mean 'pure-white'?",
      fixed: "## hero\ncompare: studio, pure-white"),
  ]

  static let placeCases: [IssueCase] = [
    IssueCase(
      id: .noShots, severity: .information, text: "# Mug\n«»", sentence: "There is no shot yet; add a line like ## hero"
    ),
    IssueCase(
      id: .noProductName, severity: .information, text: "«»## hero",
      sentence: "Begin the file with the product's name, like # Trailhead 750"),
    IssueCase(
      id: .duplicateTitle, severity: .warning, text: "# Mug\n# «Cup»\n",
      sentence: "A file has one product and one title; put another product into its own file"),
    IssueCase(
      id: .unexpectedText, severity: .warning, text: "# Mug\n«A nice mug»\n## hero",
      sentence: "This line has no meaning here; a prompt stands under a heading like ## hero, a comment begins with //"),
    IssueCase(
      id: .unclosedComment, severity: .warning, text: "«<!-- later»\n# Mug",
      sentence: "This comment has no end; write --> after it", fixed: "<!-- later -->\n# Mug"),
    IssueCase(
      id: .promptBeforeProperty, severity: .warning, text: "## hero\nOn white.\n«style»: pure-white",
      sentence: "'style' stands below the prompt and counts as a part of it; move the line above the prompt"),
  ]
}
