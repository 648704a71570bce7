using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Schemas;

/// <summary>Turns a shape, and all shapes and kinds of terms that it leads to, into one schema.</summary>
internal sealed class SchemaWriter(Vocabulary vocabulary, MessageLanguage language)
{
    private const string Draft = "http://json-schema.org/draft-07/schema#";

    private readonly JsonWriter _json = new();
    private readonly Dictionary<string, Shape> _shapes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _defined = new(StringComparer.Ordinal);
    private readonly Queue<Action> _definitions = new();

    /// <summary>The schema of a file of this shape.</summary>
    public string Write(Shape file)
    {
        _json.Object(() =>
        {
            _json.Text("$schema", Draft);
            _json.Text("title", file.Name.In(language));
            Members(file);
            _json.Object("definitions", () =>
            {
                while (_definitions.Count > 0)
                    _definitions.Dequeue()();
            });
        });
        return _json.ToString();
    }

    private void Members(Shape shape)
    {
        _json.Text("type", "object");
        _json.Object("properties", () =>
        {
            foreach (var key in shape.Keys)
                _json.Object(key.Name, () =>
                {
                    _json.Text("title", key.Name);
                    _json.Text("description", key.Summary.In(language));
                    Value(key.Written, key.Expectation);
                });
        });
        _json.Flag("additionalProperties", false);
    }

    // expectation: what a person is told who wrote something that does not look right.
    private void Value(Written written, Message expectation)
    {
        switch (written)
        {
            case Written.Text text:
                Word(text, expectation);
                break;
            case Written.Number:
                _json.Text("type", "integer");
                _json.Number("minimum", 1);
                break;
            case Written.Flag:
                _json.Text("type", "boolean");
                break;
            case Written.Choice choice:
                _json.Texts("enum", choice.Words);
                break;
            case Written.Terms terms:
                Refer(Define(terms.Kind));
                break;
            case Written.Group group:
                Refer(Define(group.Shape));
                break;
            case Written.Map map:
                Map(map, expectation);
                break;
            case Written.List list:
                _json.List("oneOf", () =>
                {
                    _json.Object(() => Value(list.Item, expectation));
                    _json.Object(() =>
                    {
                        _json.Text("type", "array");
                        _json.Object("items", () => Item(list.Item, expectation));
                    });
                });
                break;
            case Written.Either either:
                _json.List("oneOf", () =>
                {
                    foreach (var choice in either.Choices)
                        _json.Object(() => Value(choice, expectation));
                });
                break;
            default:
                throw new InvalidOperationException($"{written.GetType()} has no place in a schema yet.");
        }
    }

    // In a list, alternatives would be offered a second time as '- (array item)': there, terms are one list of words.
    private void Item(Written item, Message expectation)
    {
        if (item is not Written.Terms { Kind: var kind })
        {
            Value(item, expectation);
            return;
        }
        var terms = vocabulary.Terms(kind).Where(term => term.ReplacedBy is null).ToArray();
        Refer(Define($"{Hyphenated(kind.ToString())}-in-a-list", () =>
        {
            _json.Texts("enum", terms.Select(term => term.Key));
            _json.Texts("enumDescriptions", terms.Select(DefinitionOf));
        }));
    }

    // An unquoted 0821 is a number to an editor, and a text to us.
    private void Word(Written.Text text, Message expectation)
    {
        if (text.Pattern is null)
            _json.Texts("type", ["string", "number", "boolean"]);
        else
        {
            _json.Texts("type", ["string", "number"]);
            _json.Text("pattern", text.Pattern);
            _json.Text("patternErrorMessage", Message.Of("Schema.Write", expectation).In(language));
        }
        if (text.Examples.Length > 0)
            _json.Texts("examples", text.Examples);
    }

    // Terms are offered as keys, each with its definition; free names are not, and need none.
    private void Map(Written.Map map, Message expectation)
    {
        _json.Text("type", "object");
        switch (map.Keys)
        {
            case Written.Terms terms:
                _json.Object("properties", () =>
                {
                    foreach (var term in vocabulary.Terms(terms.Kind))
                        _json.Object(term.Key, () =>
                        {
                            Explain(term);
                            Value(map.Values, expectation);
                        });
                });
                _json.Flag("additionalProperties", false);
                break;
            case Written.Choice choice:
                _json.Object("properties", () =>
                {
                    foreach (var word in choice.Words)
                        _json.Object(word, () => Value(map.Values, expectation));
                });
                _json.Flag("additionalProperties", false);
                break;
            default:
                _json.Object("additionalProperties", () => Value(map.Values, expectation));
                break;
        }
    }

    private void Explain(Term term)
    {
        _json.Text("title", language == MessageLanguage.Indonesian ? term.LabelInIndonesian : term.Label);
        _json.Text("description", DefinitionOf(term));
        if (term.ReplacedBy is { } successor)
        {
            _json.Text("deprecationMessage", Message.Of("Terms.OutOfUse", term.Key, successor).In(language));
            _json.Flag("doNotSuggest", true);
        }
    }

    private string DefinitionOf(Term term) =>
        language == MessageLanguage.Indonesian ? term.DefinitionInIndonesian ?? term.Definition : term.Definition;

    private void Refer(string definition) => _json.Text("$ref", $"#/definitions/{definition}");

    // 'Shapes.TermLabel' is 'term-label': keys of messages are one a shape.
    private string Define(Shape shape)
    {
        var name = Hyphenated(shape.Name.Key.Substring(shape.Name.Key.IndexOf('.') + 1));
        if (_shapes.TryGetValue(name, out var known) && known != shape)
            throw new InvalidOperationException($"Two shapes are called '{shape.Name.Key}'.");
        _shapes[name] = shape;
        return Define(name, () => Members(shape));
    }

    private string Define(TermKind kind) => Define($"a-{Hyphenated(kind.ToString())}", () =>
        _json.List("oneOf", () =>
        {
            foreach (var term in vocabulary.Terms(kind))
                _json.Object(() =>
                {
                    _json.Text("const", term.Key);
                    Explain(term);
                });
        }));

    private string Define(string name, Action write)
    {
        if (_defined.Add(name))
            _definitions.Enqueue(() => _json.Object(name, write));
        return name;
    }

    private static string Hyphenated(string name) => string.Concat(name.Select((letter, index) =>
        char.IsUpper(letter) ? $"{(index > 0 ? "-" : "")}{char.ToLowerInvariant(letter)}" : letter.ToString()));
}
