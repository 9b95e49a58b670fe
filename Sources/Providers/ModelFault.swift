/// Why a configured model cannot be used, as the part of a sentence that follows a colon.
struct ModelFault: Error, Equatable {
  /// What is wrong, with names and numbers; and what to do where it is not plain.
  let detail: String

  init(_ detail: String) { self.detail = detail }
}
