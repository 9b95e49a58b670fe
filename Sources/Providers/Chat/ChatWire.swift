import FoundationEssentials
import Generation

/// What is sent to a chat-completions API.
struct ChatRequest: Encodable {
  struct Message: Encodable {
    var role: String
    var content: String
  }

  var model: String
  var messages: [Message]
  var stream = true
  /// The limit by its old name, which local servers know; and by its new one, which some models elsewhere want instead.
  var max_tokens: Int?
  var max_completion_tokens: Int?
  var temperature: Double?
  /// A schema that the answer follows; nil for servers that refuse it.
  var response_format: Format?

  /// What servers understand: a server that refuses one form may take the next.
  enum Form: CaseIterable { case full, withoutSchema, newer }

  struct Format: Encodable {
    var type = "json_schema"
    var json_schema: Schema

    struct Schema: Encodable {
      var name = "answer"
      var strict = true
      var schema: AnyJSON
    }
  }

  init(_ question: TextQuestion, model: String, as form: Form) throws {
    self.model = model
    messages = [
      Message(role: "system", content: question.task), Message(role: "user", content: question.subject),
    ]
    if form == .newer {
      max_completion_tokens = question.tokensAtMost
      return
    }
    max_tokens = question.tokensAtMost
    temperature = 0.2
    guard form == .full else { return }
    let schema = try JSONDecoder().decode(AnyJSON.self, from: Data(question.schema.utf8))
    response_format = Format(json_schema: .init(schema: schema))
  }
}

/// What comes back: the whole answer, or a piece of a stream. Members that are missing are taken as empty.
struct ChatReply: Decodable {
  struct Choice: Decodable {
    var delta: Words?
    var message: Words?
    var finish_reason: String?
  }

  struct Words: Decodable {
    var content: String?
    var refusal: String?
  }

  struct Usage: Decodable {
    var prompt_tokens: Int?
    var completion_tokens: Int?
  }

  var choices: [Choice]?
  var usage: Usage?
  /// Servers tell failures in several shapes, some under status 200.
  var error: AnyJSON?
  var detail: AnyJSON?

  /// What went wrong, in the server's words; nil when nothing did.
  var fault: String? {
    switch error ?? detail {
    case nil, .null?: nil
    case .object(let members)?:
      if case .string(let text)? = members["message"] { text } else { "it names no reason" }
    case .string(let text)?: text
    case .array?, .number?, .bool?: "it names no reason"
    }
  }

  /// The code of a failure, such as `insufficient_quota`.
  var faultCode: String? {
    guard case .object(let members)? = error, case .string(let code)? = members["code"] else { return nil }
    return code
  }
}

/// Any JSON value, for what is passed on and what has no fixed shape.
indirect enum AnyJSON: Codable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([AnyJSON])
  case object([String: AnyJSON])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .string(text)
    } else if let list = try? value.decode([AnyJSON].self) {
      self = .array(list)
    } else {
      self = .object(try value.decode([String: AnyJSON].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var value = encoder.singleValueContainer()
    switch self {
    case .null: try value.encodeNil()
    case .bool(let bool): try value.encode(bool)
    case .number(let number): try value.encode(number)
    case .string(let text): try value.encode(text)
    case .array(let list): try value.encode(list)
    case .object(let members): try value.encode(members)
    }
  }
}
