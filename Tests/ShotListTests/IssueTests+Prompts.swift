import ShotList

extension IssueTests {
  /// What a prompt asks for that cannot be, or that its role or channel forbids.
  static let promptCases: [IssueCase] = conflictCases + slotCases + personCases + motionCases

  private static let conflictCases: [IssueCase] = [
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
      id: .conflictingWords, severity: .error,
      text: "category: mug\n## campaign\nThe «mug fills the frame», copy space",
      sentence: "A product that fills the frame leaves no room for copy; leave one of them out"),
    IssueCase(
      id: .conflictingWords, severity: .error,
      text: "@a = a.jpg\n## campaign\n@a on the left, «room for copy on the left»",
      sentence: "The product cannot stand where the room for copy is; put one of them on the other side"),
    IssueCase(
      id: .whiteBackgroundScene, severity: .warning, text: "## lifestyle\nOn a «white background»",
      sentence: "A lifestyle picture shows a place or a mood; take the role hero for white, or describe the place"),
    IssueCase(
      id: .askedText, severity: .error, text: "## campaign\nA «headline» above it",
      sentence: "No text is drawn into pictures, as it would come out wrong; set it over the picture in your layout"),
    IssueCase(
      id: .imageNumber, severity: .error, text: "@front = a.jpg\n## hero\nThe lid of «image 2»",
      sentence: "There is only one reference in this shot; name more with @handles"),
    IssueCase(
      id: .coveredProduct, severity: .error, text: "## lifestyle\nA leaf «covering the label»",
      sentence: "A buyer must see the product and its label whole; put nothing in front of them"),
    IssueCase(
      id: .coveredProduct, severity: .warning, text: "category: mug\n## lifestyle\nFlowers «in front of the mug»",
      sentence: "What stands in front of the product covers it; put it beside or behind the product"),
    IssueCase(
      id: .ratioAgainstWords, severity: .warning, text: "## campaign\nratio: 9:16\n\nA «panorama» of hills",
      sentence: "The picture is 9:16, which does not go with 'panorama'; change 'ratio:' or leave the words out"),
    IssueCase(
      id: .unprovenClaim, severity: .warning, text: "## feature\nA «clinically proven» cream",
      sentence:
        "A picture proves no claim like 'clinically proven'; leave it out, and say it where its evidence stands"),
    IssueCase(
      id: .otherBrand, severity: .error, text: "## lifestyle\nOn a desk beside a «MacBook»",
      sentence: "'MacBook' is a brand that the header does not name; leave it out, or name a plain thing"),
    IssueCase(
      id: .otherBrand, severity: .error, text: "## campaign\nA «movie star» at a table",
      sentence: "A famous person has not agreed to the picture; ask for a person without a name"),
    IssueCase(
      id: .namedArtist, severity: .warning, text: "## campaign\nShot «in the style of Jane Doe»",
      sentence: "A living artist's manner is the artist's own; say what it looks like: the light, the colors, the lens"),
    IssueCase(
      id: .seasonOver, severity: .warning, text: "## campaign\nA «Christmas» table",
      sentence: "'Christmas' is over on 2027-02-01; leave it out until its time comes again"),
  ]

  private static let slotCases: [IssueCase] = [
    IssueCase(
      id: .forbiddenInSlot, severity: .error,
      text: "category: mug\n## hero\nchannel: amazon.main\n\nIt stands on a «round plinth»",
      sentence: "amazon.main shows the product alone on white; leave 'round plinth' out"),
    IssueCase(
      id: .forbiddenInSlot, severity: .warning, text: "channels: amazon.main\n## hero\nOn «marble», soft light",
      sentence: "amazon.main shows the product alone on white; leave 'marble' out"),
    IssueCase(
      id: .forbiddenInSlot, severity: .error, text: "## hero\nchannel: amazon.main\n\n«Room for copy» on top",
      sentence: "The product fills the frame in amazon.main, so there is no room for copy; leave it out"),
    IssueCase(
      id: .forbiddenInSlot, severity: .error, text: "## hero\nchannel: ebay.gallery\n\nA «watermark» below",
      sentence: "ebay.gallery takes no watermark; leave it out, or make another shot for it"),
    IssueCase(
      id: .forbiddenInSlot, severity: .error, text: "## hero\nchannel: google.merchant.main\n\nOur «best seller»",
      sentence: "google.merchant.main takes no promotion; leave it out, or make another shot for it"),
    IssueCase(
      id: .forbiddenInSlot, severity: .warning, text: "## hero\nchannel: walmart.main\n\nThe bottle «floating» alone",
      sentence: "A product stands in walmart.main; leave 'floating' out, or make another shot for it"),
    IssueCase(
      id: .roleAgainstChannel, severity: .warning, text: "## lifestyle\nchannel: «amazon.main»",
      sentence:
        "amazon.main takes the product alone on white, and no lifestyle; name another channel, or make a hero for it"
    ),
  ]

  private static let personCases: [IssueCase] = [
    IssueCase(
      id: .peopleForbidden, severity: .error, text: "## hero\nA «woman» beside it",
      sentence: "A hero picture shows no people; take the role lifestyle or on-model for them"),
    IssueCase(
      id: .peopleForbidden, severity: .error, text: "## on-model\nchannel: amazon.main\n\nWorn by a «man»",
      sentence: "amazon.main takes no people; leave them out, or make another shot for it"),
    IssueCase(
      id: .childModel, severity: .error, text: "## lifestyle\n«A child» holding it",
      sentence: "No child is put into a picture; take an adult, or show the product alone"),
  ]

  private static let motionCases: [IssueCase] = [
    IssueCase(
      id: .motionConflict, severity: .error, text: "## hero\nx\n### motion\npush-in, then «orbit»",
      sentence: "A clip has one camera move; leave all but one out"),
    IssueCase(
      id: .motionConflict, severity: .error, text: "## hero\nx\n### motion\n«locked camera», slow push in",
      sentence: "A locked camera does not move; leave the move or 'locked camera' out"),
    IssueCase(
      id: .motionConflict, severity: .warning,
      text: "category: mug\n## hero\nx\n### motion\nthe mug rotates and the «lid opens»",
      sentence: "A product moves in one way in a clip; leave all but one out"),
    IssueCase(
      id: .motionConflict, severity: .error, text: "## hero\nx\n### motion\nslow push-in, seamless «loop»",
      sentence: "A loop ends with the picture that it begins with; let the camera go back, or leave 'loop' out"),
    IssueCase(
      id: .motionInStill, severity: .warning, text: "## hero\nOn white, «slow motion»",
      sentence: "A picture does not move, and this is dropped; write it under a heading ### motion"),
  ]

  /// Prompts of a hero that only look as if something were wrong.
  static let soundPrompts: [String] = [
    "on a floating shelf, soft contact shadow", "flat lay on linen, low-angle light from the left",
    "headline space on the left", "clean headline area at the top", "keep the top empty so a headline fits",
    "two friends converse nearby, the bike fender on concrete", "sized for a toddler, on oak", "safe for a baby",
    "soft light covers the product", "a square picture frame beside it", "free of text and people",
    "A bottle at f/11, everything in focus", "Macro of the lid", "no floating, a contact shadow",
    "The word \"headline\" stays", "without people", "mankind", "The lid of image 1", "Golden hour, warm",
    "No people. Without any other people", "no text, people, or hands", "never a woman or a man", "people-free",
    "a people free set", "The front face of the box, a man-made stone", "a child-proof lid", "a child seat",
    "room for a headline on the right", "space for a slogan", "f/2.8 with the background soft",
    "product on the right, room for copy on the left", "the wall fills the frame, copy space on top",
    "light falls in front of the mug", "nothing covering the label", "panoramic window light",
    "in the style of Art Deco", "in the style of a Dutch master", "an apple and a shell beside it", "Macbook-like gray",
    "a slow drift of leaf shadow", "the handle to push in", "avoid a watermark",
    "instead of a Christmas table a bare one",
    "rather a plain wall than an iPhone", "not clinically proven", "no hands holding it",
  ]

  /// Whole texts that only look as if something were wrong.
  static let soundTexts: [String] = [
    "category: bottle\n@front = big.jpg\n## hero\nThe green bottle @front, no red bottle",
    "category: bottle\n@front = a.jpg\n## hero\nThe red bottle @front on oak",
    "category: olive oil\ncolor: #1A1A1A\n## hero\nthe olive oil on marble",
    "# Lavender Soap\ncolor: #FFFFFF\n## hero\nthe lavender soap on linen",
    "# Espresso Mug\ncolor: #FFFFFF\n## hero\nthe espresso mug on oak",
    "# Leather Watch\nmaterial: steel\n## hero\nthe leather watch",
    "# Wallet for Men\n## hero\nthe wallet for men on walnut",
    "## hero\nchannel: amazon.main\n\nghost mannequin effect, in forest green, room around it, in landscape",
    "## hero\nchannel: amazon.main\n\nsoft light on the vase, sharp on the illustration",
    "# Christmas Mug\n## campaign\nA Christmas mug", "# LEGO Brick\n## hero\nA Lego brick",
    "channels: amazon.main\n## hero\nOn seamless white paper, no plinth, a ring around the neck\n## detail\n## lifestyle",
    "## hero\nchannel: amazon.main\n\nThe ring of the lid",
    "## hero\nchannel: amazon.main\n\nWithout props or a plinth",
    "category: plinth\n## hero\nchannel: amazon.main\n\nIt stands on a plinth",
    "channels: shopify.product\n## hero\nOn marble\n## detail\n## lifestyle",
    "## hero\nchannel: ebay.gallery\n\nno watermark, border, or badge", "## hero\nchannel: amazon.main\n\nFree of text",
    "## campaign\nratio: 16:9\n\nA panorama of hills", "## hero\nchannel: meta.feed.square\n\nOn sale",
    "## hero\nx\n### motion\nslow push-in and back, a loop", "## hero\nx\n### motion\nlocked camera, no zoom in",
    "category: mug\n## hero\nx\n### motion\nthe mug rotates, leaves sway", "## detail\nchannel: amazon.main\n\nThe lid",
    "lock: off\n## campaign\nRecolor the product", "keep: logo\n## hero\nlock: on",
    "color: #121214\n## hero\nOn black, a rim light",
    "color: #EEEEEE\n## hero\nOn a black background",
    "dimensions: 75 x 80 x 90 mm\ncategory: mug\n## hero\nA tiny mug, true to scale",
    "@back = a.jpg\n## feature\nA back view", "## on-model\nA woman seen from behind", "## feature\nAll 4 pieces",
    "label: \"A\"\n## lifestyle\nHands rest on the table, no hand holding it", "## lifestyle\nA hand holding it",
  ]
}
