using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
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

    private static readonly Key<string> s_english = new("en", Values.Text, Message.Of("Keys.TermLabelEnglish"));
    private static readonly Key<string> s_indonesian = new("id", Values.Text, Message.Of("Keys.TermLabelIndonesian"));
    private static readonly Shape s_labelShape = new(Message.Of("Shapes.TermLabel"), s_english, s_indonesian);

    private static readonly Key<SyntaxNode> s_label =
        new("label", Groups.Of(s_labelShape), Message.Of("Keys.TermLabel"));
    private static readonly Key<string> s_definitionInEnglish =
        new("en", Values.Text, Message.Of("Keys.TermDefinitionEnglish"));
    private static readonly Key<string> s_definitionInIndonesian =
        new("id", Values.Text, Message.Of("Keys.TermDefinitionIndonesian"));
    private static readonly Shape s_definitionShape =
        new(Message.Of("Shapes.TermDefinition"), s_definitionInEnglish, s_definitionInIndonesian);
    private static readonly Key<SyntaxNode> s_definition =
        new("definition", Groups.Or(Values.Text.Written, new Written.Group(s_definitionShape)), Message.Of("Keys.TermDefinition"));
    private static readonly Key<string> s_broader =
        new("broader", Values.Text, Message.Of("Keys.TermBroader"));
    private static readonly Key<Located<string>[]> s_hints =
        new("hints", Values.List(Values.Text), Message.Of("Keys.TermHints"));
    private static readonly Key<bool> s_identifies =
        new("identifies", Values.Flag, Message.Of("Keys.TermIdentifies"));
    private static readonly Key<bool> s_special =
        new("special", Values.Flag, Message.Of("Keys.TermSpecial"));
    private static readonly Key<string> s_dpv = new("dpv", Values.Text, Message.Of("Keys.TermDpv"));
    private static readonly Key<string> s_fideslang = new("fideslang", Values.Text, Message.Of("Keys.TermFideslang"));
    private static readonly Shape s_mapsToShape = new(Message.Of("Shapes.TermMapping"), s_dpv, s_fideslang);
    private static readonly Key<SyntaxNode> s_mapsTo =
        new("maps-to", Groups.Or(Values.Text.Written, new Written.Group(s_mapsToShape)), Message.Of("Keys.TermMapsTo"));
    private static readonly Key<string> s_replacedBy =
        new("replaced-by", Values.Text, Message.Of("Keys.TermReplacedBy"));
    private static readonly Shape s_termShape = new(Message.Of("Shapes.Term"),
        s_label, s_definition, s_broader, s_hints, s_identifies, s_special, s_mapsTo, s_replacedBy);

    private static readonly Key<string> s_name = new("vocabulary", Values.Name, Message.Of("Keys.VocabularyName"));

    /// <summary>The keys of a vocabulary file.</summary>
    public static readonly Shape Shape = new(Message.Of("Shapes.Vocabulary"),
        [s_name, .. VocabularySections.All.Select(section => new Key<SyntaxNode>(section.Name, Groups.ByName(s_termShape),
            Message.Of("Keys.VocabularySection")))]);

    private readonly Vocabulary _known;
    private readonly List<PolicyDiagnostic> _mistakes = [];
    private readonly Dictionary<string, Draft>[] _drafts = [.. VocabularySections.All.Select(_ => new Dictionary<string, Draft>())];
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

        var next = new int[VocabularySections.All.Length];
        var terms = new List<Term>();
        foreach (var section in VocabularySections.All)
        {
            next[(int)section.Kind] = known.Terms(section.Kind).Length;
            terms.AddRange(known.Terms(section.Kind));
        }
        terms.AddRange(binder._order.Select(draft => binder.Term(draft, next)).ToArray());
        var extended = new Vocabulary(terms);
        foreach (var draft in binder._order)
            draft.CheckSuccessor(extended);
        foreach (var mistake in binder._mistakes)
            mistakes.Add(mistake);
        return extended;
    }

    private void Collect(SyntaxTree file)
    {
        var context = new BindingContext(file.Path, _known, _mistakes);
        var fields = Fields.Read(file.Root, Shape, file.Root.Range, context);
        EmptySections.Report(fields, Shape, context);
        fields.TryRequire(s_name, Message.Of("Vocabulary.TheVocabulary"), out _);
        foreach (var section in VocabularySections.All)
            foreach (var entry in context.Entries(fields.Node(Shape.Keys.First(key => key.Name == section.Name)),
                Message.Of("Shapes.Terms")))
                Collect(entry, section.Kind, context);
    }

    private void Collect(MappingEntry entry, TermKind kind, BindingContext context)
    {
        var key = entry.Key.Value;
        var fields = Fields.Read(entry.Value, s_termShape, entry.Key.Range, context);
        var draft = new Draft(kind, entry.Key, fields, context);
        if (!WordForms.IsTermKey(key))
            context.Report(PolicyRules.WrongValue, entry.Key.Range, Message.Of("Vocabulary.NotATerm", key));
        else if (_known.Find(kind, key) is not null)
            context.Report(PolicyRules.Duplicate, entry.Key.Range, Message.Of("Vocabulary.BuiltIn", key));
        else if (_drafts[(int)kind].TryGetValue(key, out var earlier))
            context.Report(PolicyRules.Duplicate, entry.Key.Range,
                Message.Of("Vocabulary.TermTwice", key, earlier.Context.Locate(earlier.Key.Range)));
        else if (_known.Terms(kind).Length + _order.Count >= MostTermsOfAKind)
            context.Report(PolicyRules.BeyondLimits, entry.Key.Range, Message.Of("Vocabulary.TooManyTerms", MostTermsOfAKind));
        else
        {
            _drafts[(int)kind].Add(key, draft);
            _order.Add(draft);
        }
    }

    private Term Term(Draft draft, int[] next)
    {
        if (draft.Term is not null)
            return draft.Term;

        draft.IsBeingMade = true;
        var broader = Broader(draft, next);
        var (english, indonesian) = draft.Labels();
        var definition = draft.Definition();
        var mapsTo = draft.MapsTo();
        draft.Successor = draft.Fields.Node(s_replacedBy);
        draft.Term = new()
        {
            Kind = draft.Kind,
            Index = next[(int)draft.Kind]++,
            Key = draft.Key.Value,
            Label = english,
            LabelInIndonesian = indonesian,
            Definition = definition.English,
            DefinitionInIndonesian = definition.Indonesian,
            Broader = broader,
            Hints = draft.Fields.Read(s_hints).Values(),
            Identifies = draft.Fields.Read(s_identifies),
            Special = draft.Fields.Read(s_special),
            MapsTo = mapsTo.Dpv,
            Fideslang = mapsTo.Fideslang,
            ReplacedBy = draft.Fields.Read(s_replacedBy),
            Location = draft.Context.Locate(draft.Key.Range),
        };
        draft.IsBeingMade = false;
        return draft.Term;
    }

    // What stands before the dot is the broader term, unless another one is named.
    private Term? Broader(Draft draft, int[] next)
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
        if (_drafts[(int)draft.Kind].TryGetValue(key, out var mine))
        {
            if (!mine.IsBeingMade)
                return Term(mine, next);
            draft.Context.Report(PolicyRules.WrongValue, place, Message.Of("Vocabulary.Circle", key, draft.Key.Value));
            return null;
        }

        var nearest = Nearest.To(key, _known.Terms(draft.Kind).Select(term => term.Key));
        draft.Context.Report(PolicyRules.UnknownTerm, place,
            Message.Sentences(
                Message.Of("Vocabulary.NoBroader", key),
                Nearest.Question(nearest, Message.Of("Vocabulary.AddTerm", key))));
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

        public (string English, string Indonesian) Labels()
        {
            var whose = Message.Of("Vocabulary.TheLabel", Key.Value);
            if (!Fields.TryRequire(s_label, Message.Of("Vocabulary.TheTerm", Key.Value), out var node))
                return (Key.Value, Key.Value);
            var labels = Fields.Read(node, s_labelShape, Fields.Place(s_label), Context);
            return (labels.TryRequire(s_english, whose, out var one) ? one : Key.Value,
                labels.TryRequire(s_indonesian, whose, out var two) ? two : Key.Value);
        }

        // A definition in one language is in English: an organisation may write its own terms in that alone.
        public (string English, string? Indonesian) Definition()
        {
            if (!Fields.TryRequire(s_definition, Message.Of("Vocabulary.TheTerm", Key.Value), out var node))
                return ("", null);
            if (node is ScalarNode { Value: var sentence })
                return (sentence, null);
            var definitions = Fields.Read(node, s_definitionShape, Fields.Place(s_definition), Context);
            definitions.TryRequire(s_definitionInEnglish, Message.Of("Vocabulary.TheDefinition", Key.Value), out var english);
            return (english ?? "", definitions.Read(s_definitionInIndonesian));
        }

        // A mapping in one word is to the W3C's vocabulary.
        public (string? Dpv, string? Fideslang) MapsTo()
        {
            if (!Fields.TryRead(s_mapsTo, out var node))
                return (null, null);
            if (node is ScalarNode { Value: var iri })
                return (iri, null);
            var mappings = Fields.Read(node, s_mapsToShape, Fields.Place(s_mapsTo), Context);
            return (mappings.Read(s_dpv), mappings.Read(s_fideslang));
        }

        public void CheckSuccessor(Vocabulary all)
        {
            if (Term?.ReplacedBy is not { } successor || all.Find(Kind, successor) is { ReplacedBy: null })
                return;
            Context.Report(PolicyRules.UnknownTerm, Successor!.Range, Message.Of("Vocabulary.NoSuccessor", successor));
        }
    }
}
