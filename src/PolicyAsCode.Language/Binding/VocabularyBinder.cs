using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Binding;

/// <summary>
/// Turns vocabulary files into terms, after those that are there already: an organisation adds words and changes none.
/// </summary>
internal sealed class VocabularyBinder
{
    private const int MostTermsOfAKind = 1000;

    private static readonly Regex s_key =
        new("^[a-z][a-z0-9-]{0,62}(\\.[a-z0-9-]{1,63})?$", RegexOptions.CultureInvariant);

    private static readonly Key<string> s_english = new("en", Values.Text, "It is the name in English.");
    private static readonly Key<string> s_indonesian = new("id", Values.Text, "It is the name in Indonesian.");
    private static readonly Shape s_labelShape = new("a label", s_english, s_indonesian);

    private static readonly Key<SyntaxNode> s_label =
        new("label", Values.Anything, "It is how the term is shown, in two languages.");
    private static readonly Key<string> s_definition =
        new("definition", Values.Text, "It says in a sentence what the term means.");
    private static readonly Key<string> s_broader =
        new("broader", Values.Text, "It names the term that includes this one.");
    private static readonly Key<ImmutableArray<Located<string>>> s_hints =
        new("hints", Values.List(Values.Text), "They are names of members that suggest this term.");
    private static readonly Key<bool> s_identifies =
        new("identifies", Values.Flag, "It says whether a person is known by this alone.");
    private static readonly Key<bool> s_special =
        new("special", Values.Flag, "It says whether a law protects this more than other data.");
    private static readonly Key<string> s_mapsTo =
        new("maps-to", Values.Text, "It is the same idea in the W3C's vocabulary.");
    private static readonly Key<string> s_replacedBy =
        new("replaced-by", Values.Text, "It names the term to use instead.");
    private static readonly Shape s_termShape = new("a term",
        s_label, s_definition, s_broader, s_hints, s_identifies, s_special, s_mapsTo, s_replacedBy);

    private static readonly Key<string> s_name = new("vocabulary", Values.Name, "It is the name of the vocabulary.");
    private static readonly Shape s_fileShape = new("a vocabulary",
        [s_name, .. VocabularySections.All.Select(section => new Key<SyntaxNode>(section.Name, Values.Anything,
            "It holds terms."))]);

    private readonly Vocabulary _known;
    private readonly List<PolicyDiagnostic> _mistakes = [];
    private readonly Dictionary<(TermKind, string), Draft> _drafts = [];
    private readonly List<Draft> _order = [];

    private VocabularyBinder(Vocabulary known) => _known = known;

    /// <summary>The known terms and those of the files.</summary>
    public static Vocabulary Extend(
        Vocabulary known, IEnumerable<SyntaxTree> files, ICollection<PolicyDiagnostic> mistakes)
    {
        var binder = new VocabularyBinder(known);
        foreach (var file in files)
            binder.Collect(file);
        if (binder._order.Count == 0 && binder._mistakes.Count == 0)
            return known;

        var kinds = VocabularySections.All.Select(section => section.Kind).ToArray();
        var next = kinds.ToDictionary(kind => kind, kind => known.Terms(kind).Length);
        var terms = binder._order.Select(draft => binder.Term(draft, next)).ToArray();
        var extended = new Vocabulary(kinds.SelectMany(kind => known.Terms(kind)).Concat(terms));
        foreach (var draft in binder._order)
            draft.CheckSuccessor(extended);
        foreach (var mistake in binder._mistakes)
            mistakes.Add(mistake);
        return extended;
    }

    private void Collect(SyntaxTree file)
    {
        var context = new BindingContext(file.Path, _known, _mistakes);
        var fields = Fields.Read(file.Root, s_fileShape, file.Root.Range, context);
        fields.TryRequire(s_name, "The vocabulary", out _);
        foreach (var (name, kind) in VocabularySections.All)
            foreach (var entry in context.Entries(fields.Node(s_fileShape.Keys.First(key => key.Name == name)),
                "terms"))
                Collect(entry, kind, context);
    }

    private void Collect(MappingEntry entry, TermKind kind, BindingContext context)
    {
        var key = entry.Key.Value;
        var fields = Fields.Read(entry.Value, s_termShape, entry.Key.Range, context);
        var draft = new Draft(kind, entry.Key, fields, context);
        if (!s_key.IsMatch(key))
            context.Report(PolicyRules.WrongValue, entry.Key.Range,
                $"'{key}' cannot be a term. Use small letters, digits and '-', a letter first, and at most one dot, as "
                + "in 'contact.email'.");
        else if (_known.Find(kind, key) is not null)
            context.Report(PolicyRules.Duplicate, entry.Key.Range,
                $"'{key}' is a term of the built-in vocabulary already. Use it as it is, or choose another word.");
        else if (_drafts.TryGetValue((kind, key), out var earlier))
            context.Report(PolicyRules.Duplicate, entry.Key.Range,
                $"'{key}' is a term already, in {earlier.Context.Locate(earlier.Key.Range)}. Remove one of the two.");
        else if (_known.Terms(kind).Length + _drafts.Count >= MostTermsOfAKind)
            context.Report(PolicyRules.BeyondLimits, entry.Key.Range,
                $"A vocabulary holds at most {MostTermsOfAKind} terms. This one is left out.");
        else
        {
            _drafts.Add((kind, key), draft);
            _order.Add(draft);
        }
    }

    private Term Term(Draft draft, Dictionary<TermKind, int> next)
    {
        if (draft.Term is not null)
            return draft.Term;

        draft.IsBeingMade = true;
        var broader = Broader(draft, next);
        var (english, indonesian) = draft.Labels(s_label, s_labelShape, s_english, s_indonesian);
        draft.Fields.TryRequire(s_definition, $"The term '{draft.Key.Value}'", out var definition);
        draft.Successor = draft.Fields.Node(s_replacedBy);
        draft.Term = new()
        {
            Kind = draft.Kind,
            Index = next[draft.Kind]++,
            Key = draft.Key.Value,
            Label = english,
            LabelInIndonesian = indonesian,
            Definition = definition ?? "",
            Broader = broader,
            Hints = draft.Fields.Read(s_hints).Values(),
            Identifies = draft.Fields.Read(s_identifies),
            Special = draft.Fields.Read(s_special),
            MapsTo = draft.Fields.Read(s_mapsTo),
            ReplacedBy = draft.Fields.Read(s_replacedBy),
            Location = draft.Context.Locate(draft.Key.Range),
        };
        draft.IsBeingMade = false;
        return draft.Term;
    }

    // What stands before the dot is the broader term, unless another one is named.
    private Term? Broader(Draft draft, Dictionary<TermKind, int> next)
    {
        var isNamed = draft.Fields.TryRead(s_broader, out var key);
        if (!isNamed)
        {
            var dot = draft.Key.Value.LastIndexOf('.');
            if (dot < 0)
                return null;
            key = draft.Key.Value.Substring(0, dot);
        }

        var place = isNamed ? draft.Fields.Node(s_broader)!.Range : draft.Key.Range;
        if (_known.Find(draft.Kind, key) is { } known)
            return known;
        if (_drafts.TryGetValue((draft.Kind, key), out var mine))
        {
            if (!mine.IsBeingMade)
                return Term(mine, next);
            draft.Context.Report(PolicyRules.WrongValue, place,
                $"'{key}' is narrower than '{draft.Key.Value}' itself: the two go round in a circle. Remove one "
                + "'broader:'.");
            return null;
        }

        var nearest = Nearest.To(key, _known.Terms(draft.Kind).Select(term => term.Key));
        draft.Context.Report(PolicyRules.UnknownTerm, place,
            $"The broader term '{key}' is not there. " + Nearest.Question(nearest, $"Add '{key}:' to the vocabulary."));
        return null;
    }

    // A term that is read and not yet made: its broader one may stand further down.
    private sealed class Draft(TermKind kind, ScalarNode key, Fields fields, BindingContext context)
    {
        public TermKind Kind { get; } = kind;

        public ScalarNode Key { get; } = key;

        public Fields Fields { get; } = fields;

        public BindingContext Context { get; } = context;

        public Term? Term { get; set; }

        public SyntaxNode? Successor { get; set; }

        public bool IsBeingMade { get; set; }

        public (string English, string Indonesian) Labels(
            Key<SyntaxNode> label, Shape shape, Key<string> english, Key<string> indonesian)
        {
            var whose = $"The label of '{Key.Value}'";
            if (!Fields.TryRequire(label, $"The term '{Key.Value}'", out var node))
                return (Key.Value, Key.Value);
            var labels = Fields.Read(node, shape, Fields.Place(label), Context);
            return (labels.TryRequire(english, whose, out var one) ? one : Key.Value,
                labels.TryRequire(indonesian, whose, out var two) ? two : Key.Value);
        }

        public void CheckSuccessor(Vocabulary all)
        {
            if (Term?.ReplacedBy is not { } successor || all.Find(Kind, successor) is { ReplacedBy: null })
                return;
            Context.Report(PolicyRules.UnknownTerm, Successor!.Range,
                $"The term to use instead, '{successor}', is not there or out of use itself. Name one that is in use.");
        }
    }
}
