import ShotList

extension IssueTests {
  /// What a prompt asks for that cannot be, or that its role or channel forbids.
  static let promptCases: [IssueCase] = [
    IssueCase(
      id: .conflictingWords, severity: .warning, text: "## hero\nA bottle at «f/1.4», everything\nin focus",
      sentence: "So wide an aperture blurs what is near and far; take f/11 or leave 'everything sharp' out"),
    IssueCase(
      id: .conflictingWords, severity: .error, text: "## hero\n«Macro» of the whole product",
      sentence: "A macro shows a part; leave 'macro' out to see the whole product"),
    IssueCase(
      id: .conflictingWords, severity: .error, text: "## campaign\n«floating» over a contact  shadow",
      sentence: "What floats has no contact shadow; leave one of them out"),
    IssueCase(
      id: .conflictingWords, severity: .error, text: "## campaign\n«Shadowless», with a crisp shadow",
      sentence: "Hard light throws a shadow; leave 'shadowless' or the hard light out"),
    IssueCase(
      id: .conflictingWords, severity: .error, text: "## feature\n«top-down», the horizon behind",
      sentence: "The camera looks down or along the horizon, not both; leave one of them out"),
    IssueCase(
      id: .conflictingWords, severity: .warning, text: "## campaign\n«golden hour», neutral white balance",
      sentence: "A neutral white balance takes the gold out of the golden hour; leave one of them out"),
    IssueCase(
      id: .whiteBackgroundScene, severity: .warning, text: "## lifestyle\nOn a «white background»",
      sentence: "A lifestyle picture shows a place or a mood; take the role hero for white, or describe the place"),
    IssueCase(
      id: .askedText, severity: .error, text: "## campaign\nA «headline» above it",
      sentence: "No text is drawn into pictures, as it would come out wrong; set it over the picture in your layout"),
    IssueCase(
      id: .peopleForbidden, severity: .error, text: "## hero\nA «woman» beside it",
      sentence: "A hero picture shows no people; take the role lifestyle or on-model for them"),
    IssueCase(
      id: .motionConflict, severity: .error, text: "## hero\nx\n### motion\npush-in, then «orbit»",
      sentence: "A clip has one camera move; leave all but one out"),
    IssueCase(
      id: .motionConflict, severity: .error, text: "## hero\nx\n### motion\n«locked camera», slow push in",
      sentence: "A locked camera does not move; leave the move or 'locked camera' out"),
    IssueCase(
      id: .imageNumber, severity: .error, text: "@front = a.jpg\n## hero\nThe lid of «image 2»",
      sentence: "There is only one reference in this shot; name more with @handles"),
  ]

  /// Prompts that only look as if something were wrong.
  static let soundPrompts = [
    "A bottle at f/11, everything in focus", "Macro of the lid", "no floating, a contact shadow",
    "The word \"headline\" stays",
    "without people", "mankind", "The lid of image 1", "Golden hour, warm",
  ]
}
