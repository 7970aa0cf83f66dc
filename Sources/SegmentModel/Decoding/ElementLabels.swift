/// What a reader calls the elements of a list of a file: by what the file says of each.
struct ElementLabels {
  /// A label, and whether it is the element's own or says what an entry without a name is about.
  struct Label {
    var text: String
    var isOwn: Bool
  }

  /// In the order of the list; nil for the only element of a list that nothing is said of.
  private(set) var labels: [Label?] = []

  /// Labels the elements of the list of a key, each differently.
  init(_ elements: [JSONValue], of key: String) {
    let own = Self.told(elements, by: [Self.name, Self.ends, Self.id])
    let about = Self.told(elements, by: [Self.target, Self.resource, Self.payer, Self.service])
    let one = KeyWords.element(of: key)
    for index in elements.indices {
      let ordinal = KeyWords.ordinal(index)
      if let own = own[index] {
        labels.append(
          Label(text: own.isUnique ? own.text : "\(own.text) (\(ordinal))", isOwn: true))
      } else if let about = about[index] {
        let text = "\(one) \(about.text)"
        labels.append(Label(text: about.isUnique ? text : "\(ordinal) \(text)", isOwn: false))
      } else {
        labels.append(
          elements.count == 1 ? nil : Label(text: "\(ordinal) \(one)", isOwn: false))
      }
    }
  }

  /// For each element the first of some texts that no other has, else the first that there is.
  private static func told(
    _ elements: [JSONValue], by ways: [(JSONValue) -> String?]
  ) -> [(text: String, isUnique: Bool)?] {
    let texts = ways.map { elements.map($0) }
    let counts = texts.map { texts in
      Dictionary(texts.compactMap { $0 }.map { ($0, 1) }, uniquingKeysWith: +)
    }
    return elements.indices.map { index in
      for (way, texts) in texts.enumerated() {
        if let text = texts[index], counts[way][text] == 1 { return (text, true) }
      }
      return texts.compactMap { $0[index] }.first.map { ($0, false) }
    }
  }

  // MARK: - What a file says of an element

  private static func name(_ element: JSONValue) -> String? { element.text("name") }

  private static func id(_ element: JSONValue) -> String? {
    element.text("id").map(KeyWords.words)
  }

  /// Where a move starts and ends.
  private static func ends(_ element: JSONValue) -> String? {
    guard let to = element.text("to"), let from = element.member("from") else { return nil }
    var starts: [String] = []
    switch from.content {
    case .string(let id): starts = [id]
    case .array(let ids):
      starts = ids.compactMap { if case .string(let id) = $0.content { id } else { nil } }
    default: return nil
    }
    return "\(starts.map(KeyWords.words).joined(separator: " or ")) to \(KeyWords.words(to))"
  }

  private static func target(_ element: JSONValue) -> String? {
    element.text("on").map { "on " + KeyWords.words($0).replacing("/", with: " ") }
  }

  private static func resource(_ element: JSONValue) -> String? {
    element.text("resource").map { "of " + KeyWords.words($0) }
  }

  private static func payer(_ element: JSONValue) -> String? {
    element.text("payer").map { "to " + KeyWords.words($0) }
  }

  private static func service(_ element: JSONValue) -> String? {
    guard let payer = payer(element), let service = element.text("service") else { return nil }
    return "\(payer) for \(KeyWords.words(service))"
  }
}

extension JSONValue {
  /// The value of a key, if this is an object that has it.
  func member(_ key: String) -> JSONValue? {
    guard case .object(let members) = content else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The text of a key, if it is one and is not blank.
  func text(_ key: String) -> String? {
    guard case .string(let text)? = member(key)?.content,
      text.contains(where: { !$0.isWhitespace })
    else { return nil }
    return text
  }
}
