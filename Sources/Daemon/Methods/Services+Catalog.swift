import Catalog
import FoundationEssentials
import Imaging
import RPCProtocol

extension Services {
  func roles(_: CatalogRoles, _: CallContext) throws(RPCError) -> CatalogReply { try CatalogReply(catalog.roles.all) }

  /// All styles, or those that a role recommends and a style does not forbid.
  func styles(_ request: CatalogStyles, _: CallContext) throws(RPCError) -> CatalogReply {
    guard let role = request.role else { return try CatalogReply(catalog.styles.all) }
    return try CatalogReply(catalog.styles.all.filter { $0.allows(role: role) })
  }

  func channels(_: CatalogChannels, _: CallContext) throws(RPCError) -> CatalogReply {
    try CatalogReply(catalog.channels.all)
  }

  /// All models, or those with a capability.
  func models(_ request: CatalogModels, _: CallContext) throws(RPCError) -> CatalogReply {
    guard let capability = request.capability else { return try CatalogReply(catalog.models.all) }
    return try CatalogReply(catalog.models.all.filter { $0.capabilities.map(\.rawValue).contains(capability) })
  }

  func vocabulary(_: CatalogVocabulary, _: CallContext) throws(RPCError) -> CatalogReply {
    try CatalogReply(catalog.sheets.all)
  }

  func operations(_: CatalogOperations, _: CallContext) -> CatalogOperations.Reply {
    CatalogOperations.Reply(items: allOperations.map { OperationDescription($0.descriptor) })
  }
}

extension CatalogReply {
  fileprivate init(_ records: [some Catalog::CatalogRecord]) throws(RPCError) {
    var items: [RPCProtocol::CatalogRecord] = []
    for record in records { items.append(try RPCProtocol::CatalogRecord(record)) }
    self.init(items: items)
  }
}

extension RPCProtocol::CatalogRecord {
  /// A record in the form of its data file: every field under the name that a user's own record has to use.
  fileprivate init(_ record: some Catalog::CatalogRecord) throws(RPCError) {
    guard let bytes = try? JSONEncoder().encode(record), let json = try? JSONValue(parsing: Array(bytes)),
      case .object(var fields) = json
    else { throw .internal("The record '\(record.id)' has no JSON form") }
    let title = fields["title"]?.stringValue ?? record.id
    let summary = fields["summary"]?.stringValue ?? ""
    for key in ["id", "title", "summary"] { fields[key] = nil }
    self.init(id: record.id, title: title, summary: summary, fields: fields)
  }
}

extension OperationDescription {
  fileprivate init(_ descriptor: OperationDescriptor) {
    self.init(
      name: descriptor.name, title: descriptor.name, summary: descriptor.summary,
      parameters: descriptor.parameters.map { ParameterDescription($0) }, mask: RPCProtocol::MaskUse(descriptor.mask))
  }
}

extension ParameterDescription {
  fileprivate init(_ parameter: ParameterDescriptor) {
    self.init(
      name: parameter.name, kind: RPCProtocol::ParameterKind(parameter), unit: parameter.unit,
      minimum: parameter.range?.lowerBound, maximum: parameter.range?.upperBound,
      defaultValue: parameter.defaultValue.map { JSONValue($0) },
      choices: parameter.choices.isEmpty ? nil : parameter.choices, summary: parameter.summary)
  }
}

extension RPCProtocol::ParameterKind {
  fileprivate init(_ parameter: ParameterDescriptor) {
    switch parameter.kind {
    case .integer: self = .integer
    case .number: self = .number
    case .text: self = parameter.choices.isEmpty ? .text : .choice
    case .flag: self = .boolean
    case .numbers: self = .region
    case .lines: self = .lines
    }
  }
}

extension RPCProtocol::MaskUse {
  fileprivate init(_ use: Imaging::MaskUse) {
    switch use {
    case .none: self = .none
    case .optional: self = .optional
    case .needed: self = .needed
    }
  }
}

extension JSONValue {
  fileprivate init(_ value: ParameterValue) {
    switch value {
    case .integer(let value): self = value.json
    case .number(let value): self = .double(value)
    case .text(let value): self = .string(value)
    case .flag(let value): self = .bool(value)
    case .numbers(let values): self = .array(values.map { .double($0) })
    case .lines(let lists): self = .array(lists.map { .array($0.map { .double($0) }) })
    }
  }
}
