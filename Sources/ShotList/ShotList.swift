public import Catalog

/// The shot list language: text in, tree, values and issues out. No input makes it fail.
public enum ShotList {
  /// The longest text that is read, in bytes.
  public static let maxBytes = 1 << 20

  /// The most shots that one file may have.
  public static let maxShots = 500

  /// The most issues that one analysis reports.
  public static let maxIssues = 1_000

  /// Cuts a text into its parts.
  public static func parse(_ text: String) -> ShotListFile {
    ShotListFile(SyntaxTree(text))
  }

  /// Reads a shot list with all defaults resolved, and says what is wrong with it.
  ///
  /// Cost: linear in the text.
  ///
  /// Steps are only checked against `operations`, where there are any.
  public static func analyse(
    _ text: String, catalog: Catalog, facts: FileFacts = FileFacts(), operations: [StepOperation] = []
  ) -> Analysis {
    analyse(Reading(parse(text), catalog: catalog, facts: facts, operations: operations))
  }

  static func analyse(_ reading: Reading) -> Analysis {
    let resolver = Resolver(reading: reading)
    let product = resolver.product()
    let shots = resolver.shots()
    let subject = Subject(reading: reading, product: product, shots: shots)
    let issues = allRules.flatMap { $0.issues(in: subject) }
      .sorted { ($0.range.lowerBound, $0.id.rawValue) < ($1.range.lowerBound, $1.id.rawValue) }
    return Analysis(product: product, shots: shots, issues: Array(issues.prefix(maxIssues)))
  }
}
