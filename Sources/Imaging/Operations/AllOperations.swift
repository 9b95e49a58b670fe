/// Every operation, by the order in which lists show them.
public let allOperations: [any Operation.Type] = [
  Resize.self,
  Crop.self,
  Pad.self,
  RemoveBackground.self,
  RefineMask.self,
  ApplyMask.self,
  SeparateShadow.self,
]

/// The operation called `name`, with its parameters read.
///
/// - Throws: `unknownOperation`, `badParameter`.
public func operation(named name: String, _ parameters: OperationParameters) throws(ImagingError) -> any Operation {
  guard let type = allOperations.first(where: { $0.descriptor.name == name }) else { throw .unknownOperation(name) }
  return try type.init(parameters)
}
