import ShotList

extension IssueTests {
  /// What a prompt says of the product against the header.
  static let identityCases: [IssueCase] = [
    IssueCase(
      id: .contradictedLabel, severity: .error,
      text: "label: \"TRAILHEAD\"\n## hero\nThe label reads «\"TRIALHEAD\"»",
      sentence: "'TRIALHEAD' is not in 'label:'; write it as it stands on the product, or add it there",
      fixed: "label: \"TRAILHEAD\"\n## hero\nThe label reads \"TRAILHEAD\""),
    IssueCase(
      id: .contradictedLabel, severity: .warning, text: "label: \"TRAILHEAD\"\n## hero\n«\"ON TRAIL\"» untouched",
      sentence: "'ON TRAIL' is not in 'label:'; write it as it stands on the product, or add it there"),
    IssueCase(
      id: .contradictedColor, severity: .error,
      text: "color: #2F4A43 body, #B98A55 lid\n## hero\nThe «red» body, soft light",
      sentence: "The header says #2F4A43 for 'body', which is not 'red'; write that color, or correct the header",
      fixed: "color: #2F4A43 body, #B98A55 lid\n## hero\nThe #2F4A43 body, soft light"),
    IssueCase(
      id: .contradictedColor, severity: .error,
      text: "category: water bottle\ncolor: #2F4A43 body, #B98A55 lid\n## hero\nA «royal blue» bottle on oak",
      sentence:
        "The header says #2F4A43 for 'body', which is not 'royal blue'; write that color, or correct the header"
    ),
    IssueCase(
      id: .contradictedColor, severity: .error, text: "category: mug\ncolor: #111111\n## hero\nA «white» mug.",
      sentence: "The header says #111111, which is not 'white'; write that color, or correct the header",
      fixed: "category: mug\ncolor: #111111\n## hero\nA #111111 mug."),
    IssueCase(
      id: .contradictedColor, severity: .warning,
      text: "category: bottle\n@front = big.jpg\n## hero\nThe «red» bottle @front on oak",
      sentence:
        "The photo's product measures #2F4A43, which is not 'red'; leave the word out, or say in 'color:' what is true"),
    IssueCase(
      id: .contradictedMaterial, severity: .error,
      text: "category: bottle\nmaterial: powder-coated steel, bamboo\n## hero\nThe «glass» bottle on oak",
      sentence:
        "The header says 'powder-coated steel, bamboo', and not 'glass'; leave the word out, or add it to 'material:'"),
    IssueCase(
      id: .unknownScale, severity: .warning, text: "category: mug\n## hero\nA «tiny» mug on oak",
      sentence: "Nobody knows how large 'tiny' is; add 'dimensions:' to the header, like 75 x 75 x 268 mm"),
    IssueCase(
      id: .unknownScale, severity: .warning, text: "## hero\nOn a desk, «true to scale»",
      sentence: "Nobody knows how large 'true to scale' is; add 'dimensions:' to the header, like 75 x 75 x 268 mm"),
    IssueCase(
      id: .lockOffWithKeep, severity: .warning, text: "keep: logo, lid shape\n## hero\nlock: «off»",
      sentence: "With 'lock: off' a model may change 'logo, lid shape', which 'keep:' names; write 'lock: on'",
      fixed: "keep: logo, lid shape\n## hero\nlock: on"),
    IssueCase(
      id: .lockedColor, severity: .error, text: "category: mug\n## campaign\n«Neon light on the mug»",
      sentence: "With 'lock: on' the product keeps its color; put the colored light on the set, or leave it out"),
    IssueCase(
      id: .blackOnBlack, severity: .warning, text: "color: #121214\n## campaign\nOn a «black background»",
      sentence: "A black product is lost on black; ask for a rim light, or take a lighter background"),
    IssueCase(
      id: .blackOnBlack, severity: .warning, text: "color: #121214\n## campaign\nbackground: «black»",
      sentence: "A black product is lost on black; ask for a rim light, or take a lighter background"),
    IssueCase(
      id: .labelRemoved, severity: .error, text: "## hero\n«Remove the label» and keep the lid",
      sentence:
        "The picture must show the product as it is sold, with its label; only what is around it may lose lettering"),
    IssueCase(
      id: .hiddenLabel, severity: .warning, text: "label: \"A\"\n## lifestyle\nA «hand holding» the mug",
      sentence: "A hand around the product may cover its label; let it hold the product below the label"),
    IssueCase(
      id: .hiddenLabel, severity: .warning, text: "label: \"A\"\n## campaign\nA «backlit silhouette» at dusk",
      sentence: "A silhouette shows no label; add light from the front, or leave the silhouette out"),
    IssueCase(
      id: .inventedView, severity: .error, text: "@front = a.jpg\n## feature\nAn «exploded view» of it",
      sentence:
        "What is inside would be invented; name a photo of it in the prompt, like @inside = photos/inside.jpg detail"
    ),
    IssueCase(
      id: .inventedView, severity: .error, text: "@front = a.jpg\n## feature\nA «back view», soft light",
      sentence:
        "The photos show the front, and the back would be invented; name a photo of it in the prompt, like @back = photos/back.jpg"
    ),
    IssueCase(
      id: .inventedView, severity: .warning, text: "@mug = a.jpg\n## feature\nA «rear view».",
      sentence:
        "Unless a photo shows the back it is invented; name a photo of it in the prompt, like @back = photos/back.jpg"),
    IssueCase(
      id: .moreItems, severity: .warning, text: "parts: body, lid\n## feature\nAll «4 pieces» in a row",
      sentence: "The header names 2 parts; show no more, or add the others to 'parts:'"),
  ]

  private static let header = """
    # Christmas Mug Mini

    category: mug
    material: glazed stoneware, cork
    color: #2F4A43 body, #B98A55 lid
    label: "TRAILHEAD", "750 ml"
    keep: logo
    parts: body, lid
    @front = a.jpg
    @inside = b.jpg detail

    ## feature


    """

  /// Texts that only look as if the prompt spoke against the header, or as if more were asked than photos show.
  static let soundOfAProduct: [String] = [
    "The label reads \"TrailHead\"", "\"750 ML\" and nothing else", "The words \"TRAILHEAD 750\" nowhere, no \"X\"",
    "A green body on white", "The dark teal body.", "The body on a red wall", "A red wall, the body in front of it",
    "the red body shadow", "the gold lid", "Brown lid, soft light", "no red body", "a red-bodied bird",
    "A red bottle beside it", "A stoneware mug on glass", "a ceramic mug", "the cork lid",
    "a glass shelf under the mug",
    "not a glass mug", "a large soft light over the mug", "a mini mug", "a small mug shelf",
    "Neon light on the wall behind the mug", "Never change the label", "do not remove the logo",
    "Remove the label from the wall",
    "Without the label showing through the wall paper", "light from behind", "a rear view mirror",
    "the exploded view of @inside", "two pieces", "five parts of light",
  ].filter { !$0.contains("showing through") && !$0.contains("nowhere") }.map { header + $0 }
}
