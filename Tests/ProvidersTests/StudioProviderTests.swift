import Catalog
import Generation
import Imaging
import Testing

@testable import Providers

/// What the embedded studio says and refuses behind the port.
@Suite struct StudioProviderTests {
  private func studio() throws -> any Provider {
    try #require(allProviders(catalog: .builtIn).first { $0.card.id == "studio" })
  }

  @Test(arguments: [(7, 48), (48, 7), (8193, 48), (48, 8193), (0, 48), (-1, 48), (.max, .max)])
  func aSizeOutsideTheStudioIsUnsupported(width: Int, height: Int) async throws {
    var request = try GenerationRequest.small()
    request.width = width
    request.height = height
    let asked = request
    let studio = try studio()

    let error = await #expect(throws: GenerationError.self) { _ = try await studio.made(asked) }

    #expect(
      error == .unsupported(what: "a picture of \(width) × \(height) px; the studio makes 8 to 8192 px a side"))
  }

  @Test(arguments: [0, -1, 4097, .max]) func samplesOutsideTheStudioAreUnsupported(samples: Int) async throws {
    var request = try GenerationRequest.small()
    request.samples = samples
    let asked = request
    let studio = try studio()

    let error = await #expect(throws: GenerationError.self) { _ = try await studio.made(asked) }

    #expect(error == .unsupported(what: "\(samples) samples a px; the studio takes 1 to 4096"))
  }

  @Test func aPictureWithoutAProductIsUnsupported() async throws {
    var request = try GenerationRequest.small()
    request.product = nil
    let asked = request
    let studio = try studio()

    await #expect(throws: GenerationError.unsupported(what: "a picture without a product")) {
      _ = try await studio.made(asked)
    }
  }

  @Test(arguments: ["golden-hour-outdoor", "home-context", "on-body-clean"])
  func aStyleThatNoStudioCanMakeSaysWhatIsMissing(style: String) async throws {
    var request = try GenerationRequest.small()
    request.style = try #require(Catalog.builtIn.styles[style])
    let asked = request
    let studio = try studio()

    let error = await #expect(throws: GenerationError.self) { _ = try await studio.made(asked) }

    guard case .unsupported(let what)? = error else {
      Issue.record("\(style) is refused with \(String(describing: error))")
      return
    }
    #expect(what.contains("'\(style)'") && what.contains("it needs a photo of ") && what.contains("or a model"))
  }

  @Test func anEmptyCutOutIsRefusedWithItsCause() async throws {
    var request = try GenerationRequest.small()
    request.product = ProductLayer(cutout: Raster(width: 48, height: 48, format: .srgba, filledWith: 0))
    let asked = request
    let studio = try studio()

    await #expect(throws: GenerationError.refused(reason: "the cut-out of the product is empty; check its photo")) {
      _ = try await studio.made(asked)
    }
  }

  @Test func wordsThatCannotBeRenderedBecomeAWarning() async throws {
    let pictures = try await studio().made(try .small("on white with eucalyptus and smoke"))

    let warning = try #require(pictures.first?.warnings.first { $0.contains("eucalyptus") })
    #expect(warning.contains("smoke"))
    #expect(warning.hasPrefix("The studio cannot render: "))
  }

  @Test func wordsThatCanBeRenderedAreNoWarning() async throws {
    let pictures = try await studio().made(try .small("on a plinth"))

    #expect(try #require(pictures.first).warnings.allSatisfy { !$0.contains("cannot render") })
  }

  @Test func aTinyPhotoIsToldToBeEnlarged() async throws {
    var request = try GenerationRequest.small()
    request.product = ProductLayer(cutout: disc(side: 16))

    let pictures = try await studio().made(request)

    #expect(
      try #require(pictures.first).warnings.contains {
        $0.hasPrefix("The photo is too small for this picture: the product was enlarged to ")
      })
  }

  @Test func aPlainBackgroundReplacesTheStyles() async throws {
    var request = try GenerationRequest.small()
    request.style = try #require(Catalog.builtIn.styles["color-block"])
    let styled = try await studio().made(request)
    request.background = .color(try #require(HexColor("#FFFFFF")))
    let plain = try await studio().made(request)

    #expect(styled.first?.image.bytes != plain.first?.image.bytes)
  }

  @Test func everyStyleOfTheStudioAndEveryRoleMakeAPicture() async throws {
    for style in Catalog.builtIn.styles.all where style.studioVerdict != .not {
      for role in Catalog.builtIn.roles.all {
        var request = try GenerationRequest.small()
        (request.style, request.role) = (style, role)
        (request.width, request.height) = (16, 16)
        #expect(try await studio().made(request).count == 1, "\(style.id) \(role.id)")
      }
    }
  }

  @Test(arguments: ProductForm.allCases) func everyFormAndSizeOfAProductIsTaken(form: ProductForm) async throws {
    var request = try GenerationRequest.small()
    for depth in [nil, 40.0] {
      let size = ProductDimensions(width: 80, depth: depth, height: 95)
      request.product = ProductLayer(cutout: disc(), form: form, dimensions: size)
      #expect(try await studio().made(request).count == 1)
    }
  }
}
