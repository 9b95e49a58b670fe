import FoundationEssentials
import Imaging

/// JSON with sorted keys, so that equal values have equal texts. Throws: `picture` for a number that JSON cannot say.
func encoded(_ value: some Encodable) throws(WorkspaceError) -> String { try jsonText(value, []) }

/// The same for people and their diffs: a line a value, and a line end at the end.
func readableText(_ value: some Encodable) throws(WorkspaceError) -> String {
  try jsonText(value, .prettyPrinted) + "\n"
}

private func jsonText(
  _ value: some Encodable, _ form: JSONEncoder.OutputFormatting
) throws(WorkspaceError) -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, form]
  do {
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  } catch {
    throw .picture(.badParameter(name: "parameters", detail: "every number must be finite"))
  }
}
