import Testing

@testable import Catalog

struct BuiltInRecordsTests {
  let catalog = Catalog.builtIn

  @Test func everyShippedRecordLoadsAndMentionsOnlyShippedRecords() {
    #expect(Catalog.builtInIssues == [])
  }

  @Test func theSixRolesAreShippedInTheOrderOfASet() {
    #expect(catalog.roles.ids == ["hero", "detail", "lifestyle", "on-model", "feature", "campaign"])
  }

  @Test func everyRoleHasADefaultStyleThatAllowsTheRole() throws {
    for role in catalog.roles.all {
      let style = try #require(catalog.styles[role.defaultStyle])
      #expect(style.allows(role: role.id), "\(role.id)")
    }
  }

  @Test func noNameIsShippedTwice() {
    #expect(catalog.roles.all.count == Catalog.roleRecords.count)
    #expect(catalog.styles.all.count == Catalog.styleRecords.count)
    #expect(catalog.channels.all.count == Catalog.channelRecords.count)
    #expect(catalog.models.all.count == Catalog.modelRecords.count)
    #expect(catalog.sheets.all.count == Catalog.vocabularyRecords.count)
  }

  @Test func theStudioIsOfflineAndFree() throws {
    let studio = try #require(catalog.models["studio"])

    #expect(studio.isOffline)
    #expect(studio.price == Price(unit: .free, lowMicros: 0, highMicros: 0))
  }

  @Test func recordsNameTheirSourceAndAPlausibleDay() throws {
    let first = try #require(Day("2020-01-01"))
    let origins =
      catalog.roles.all.map(\.origin) + catalog.styles.all.map(\.origin) + catalog.channels.all.map(\.origin)
      + catalog.models.all.map(\.origin) + catalog.sheets.all.map(\.origin)

    #expect(origins.allSatisfy { !$0.source.isEmpty && $0.asOf > first })
  }

  @Test func materialsAndPropsOfStylesAreWordsOfTheVocabulary() {
    for style in catalog.styles.all {
      for term in [style.surface.material] + style.props.allowed {
        #expect(catalog.vocabulary.word(term)?.canonical == term, "\(style.id): \(term)")
      }
    }
  }

  @Test func noSpellingIsShippedForTwoWords() {
    var owners: [String: String] = [:]
    for word in catalog.vocabulary.words {
      for spelling in [word.canonical] + word.also {
        #expect(owners[spelling] == nil, "\(spelling): \(word.canonical) and \(owners[spelling] ?? "")")
        owners[spelling] = word.canonical
      }
    }
  }
}
