using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Syntax;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Binding;

/// <summary>
/// A group of keys, read by its shape: unknown and repeated keys are reported, the others can be asked for.
/// </summary>
internal sealed class Fields
{
    private readonly BindingContext _context;
    // A group has a handful of keys, and a policy thousands of groups: they are looked for where they were read.
    private readonly ImmutableArray<MappingEntry> _entries;
    private List<string>? _misspelt;
    private bool _hasUnknownGroup;
    private bool _isUnread;

    private Fields(BindingContext context, TextRange owner, bool isDamaged)
        : this(context, owner, isDamaged, ImmutableArray<MappingEntry>.Empty)
    {
    }

    private Fields(BindingContext context, TextRange owner, bool isDamaged, ImmutableArray<MappingEntry> entries)
    {
        _context = context;
        _entries = entries;
        Owner = owner;
        IsDamaged = isDamaged;
    }

    /// <summary>Where a missing key is missed: the key or head of the whole statement.</summary>
    public TextRange Owner { get; }

    /// <summary>Whether part of it could not be read, so that nothing can be said to be missing.</summary>
    public bool IsDamaged { get; private set; }

    /// <summary>Reads a group; anything else is reported, and nothing written is an empty group.</summary>
    /// <param name="node">What stands there.</param>
    /// <param name="shape">Which keys it can have.</param>
    /// <param name="owner">Where a missing key is missed.</param>
    /// <param name="context">The file.</param>
    /// <param name="mayBeEmpty">Whether nothing may be said there.</param>
    public static Fields Read(
        SyntaxNode node, Shape shape, TextRange owner, BindingContext context, bool mayBeEmpty = false)
    {
        if (node is ScalarNode { IsMissing: true } or MappingNode { Entries.IsEmpty: true })
        {
            // One mistake says it: that each part is missing needs no telling.
            if (!node.IsDamaged && !mayBeEmpty)
                context.ReportUnread(PolicyRules.MissingPart, owner,
                    Message.Of("Binding.StatementEmpty", shape.Name, shape.Keys[0].Name));
            return new(context, owner, isDamaged: node.IsDamaged || !mayBeEmpty);
        }
        if (node is not MappingNode mapping)
        {
            context.ReportUnread(PolicyRules.WrongValue, node.Range,
                Message.Of("Binding.NotShape", shape.Name, shape.Keys[0].Name, node.Description));
            return new(context, owner, isDamaged: true);
        }

        var fields = new Fields(context, owner, mapping.IsDamaged, mapping.Entries);
        var isNone = true;
        for (var i = 0; i < mapping.Entries.Length; i++)
            isNone &= !shape.Has(mapping.Entries[i].Key.Value);
        fields._isUnread = isNone;
        for (var i = 0; i < mapping.Entries.Length; i++)
            fields.Check(i, shape);
        // Whatever it is, it is none of these statements: what one has is not missing in it.
        if (isNone && fields._misspelt is null)
            fields.IsDamaged = true;
        return fields;
    }

    /// <summary>Whether the key is there, readable or not; a misspelt one is, and has been reported as such.</summary>
    public bool Has(Key key) => TryFind(key.Name, out _) || _misspelt?.Contains(key.Name) == true;

    /// <summary>
    /// Whether the key may be there though it cannot be found: misspelt, or under a name that nobody knows. What it
    /// holds is not missed.
    /// </summary>
    public bool MayHideIn(Key key) => IsDamaged || _misspelt?.Contains(key.Name) == true
        || (_hasUnknownGroup && !TryFind(key.Name, out _));

    /// <summary>What stands behind the key; null where it is not there.</summary>
    public SyntaxNode? Node(Key key) => TryFind(key.Name, out var entry) ? entry.Value : null;

    /// <summary>Where the key itself stands; the owner's place where it is not there.</summary>
    public TextRange Place(Key key) => TryFind(key.Name, out var entry) ? entry.Key.Range : Owner;

    /// <summary>The value behind the key; false where it is not there, or reported.</summary>
    public bool TryRead<T>(Key<T> key, out T value)
    {
        value = default!;
        return TryFindValue(key, out var node) && key.Value.TryRead(node, _context, out value);
    }

    /// <summary>The values behind the key without their places; false where it is not there, or says nothing.</summary>
    public bool TryReadValues<T>(Key<Located<T>[]> key, out ImmutableArray<T> values)
    {
        values = ImmutableArray<T>.Empty;
        if (!TryFindValue(key, out var node))
            return false;
        values = ((ListValue<T>)key.Value).ReadValues(node, _context);
        return true;
    }

    /// <summary>The value behind the key; the default where it is not there, or reported.</summary>
    public T? Read<T>(Key<T> key) => TryRead(key, out var value) ? value : default;

    /// <summary>The values behind the key; empty where it is not there, or reported.</summary>
    public Located<T>[] Read<T>(Key<Located<T>[]> key) =>
        TryRead(key, out var values) ? values : [];

    /// <summary>Like <see cref="TryRead"/>, and reports a key that is not there.</summary>
    public bool TryRequire<T>(Key<T> key, string whose, out T value) =>
        TryRequire(key, Message.Verbatim(whose), out value);

    /// <summary>Like <see cref="TryRead"/>, and reports a key that is not there.</summary>
    public bool TryRequire<T>(Key<T> key, Message whose, out T value)
    {
        if (TryRead(key, out value))
            return true;
        ReportMissing(key, whose);
        return false;
    }

    /// <summary>Reports a key that is not there; silent where it is, or may have been.</summary>
    public void ReportMissing(Key key, string whose) => ReportMissing(key, Message.Verbatim(whose));

    /// <summary>Reports a key that is not there; silent where it is, or may have been.</summary>
    public void ReportMissing(Key key, Message whose)
    {
        if (!IsDamaged && !Has(key))
            _context.Report(PolicyRules.MissingPart, Owner,
                Message.Of("Binding.Missing", whose, key.Name, key.Summary, key.Expectation));
    }

    // A key behind which nothing stands is reported.
    private bool TryFindValue(Key key, out SyntaxNode value)
    {
        value = null!;
        if (!TryFind(key.Name, out var entry))
            return false;
        value = entry.Value;
        if (value is not ScalarNode { IsMissing: true }
            && (value is not SequenceNode { Items.IsEmpty: true } || key.MayBeEmpty || key is Key<SyntaxNode>))
            return true;
        if (!value.IsDamaged)
            _context.Report(PolicyRules.MissingPart, entry.Key.Range,
                Message.Of("Binding.SaysNothing", key.Name, key.Expectation));
        return false;
    }

    private bool TryFind(string name, out MappingEntry entry)
    {
        foreach (var one in _entries)
            if (one.Key.Value == name)
            {
                entry = one; // of two the first counts
                return true;
            }
        entry = default!;
        return false;
    }

    private void Check(int place, Shape shape)
    {
        var entry = _entries[place];
        if (!shape.Has(entry.Key.Value))
            ReportUnknown(entry, shape, place == 0 ? null : _entries[place - 1]);
        else if (TryFind(entry.Key.Value, out var first) && !ReferenceEquals(first, entry))
            _context.ReportDuplicate(entry.Key, first.Key);
    }

    private void ReportUnknown(MappingEntry entry, Shape shape, MappingEntry? above)
    {
        var isBelowNothing = above is { Value: ScalarNode { IsMissing: true } } && entry.Value is not ScalarNode;
        var key = entry.Key;
        if (WithoutBlank(entry, shape) is { } written)
        {
            (_misspelt ??= []).Add(written.Name);
            _context.Report(PolicyRules.UnknownKey, key.Range,
                Message.Of("Binding.NoBlankAfterColon", $"{written.Name}: {key.Value.Substring(written.Name.Length + 1)}"));
            return;
        }
        var nearest = _context.MaySuggest ? Nearest.To(key.Value, shape.Keys.Select(known => known.Name)) : null;
        if (nearest is not null)
            (_misspelt ??= []).Add(nearest);
        else if (isBelowNothing)
            (_misspelt ??= []).Add(above!.Key.Value);
        else if (entry.Value is not ScalarNode)
            _hasUnknownGroup = true;
        var message = Message.Sentences(
            Message.Of("Binding.UnknownKey", key.Value, shape.Name),
            Nearest.Question(
                nearest,
                isBelowNothing
                    ? Message.Of("Binding.BelongsBelow", above!.Key.Value)
                    : Message.Of("Binding.ItsKeys", shape.Keys.Select(known => known.Name).ToArray())),
            // What stands behind a ',' in { } is the next key, also in the middle of a sentence.
            nearest is null && entry.Value is ScalarNode { IsMissing: true, IsDamaged: false }
                ? Message.Of("Binding.QuoteWholeText")
                : null);
        if (_isUnread && nearest is null)
            _context.ReportUnread(PolicyRules.UnknownKey, key.Range, message);
        else
            _context.Report(PolicyRules.UnknownKey, key.Range, message);
    }

    // '{ clause:A-1 }': within brackets YAML takes that for one word.
    private static Key? WithoutBlank(MappingEntry entry, Shape shape)
    {
        var colon = entry.Key.Value.IndexOf(':');
        if (colon <= 0 || entry.Key.IsQuoted || entry.Value is not ScalarNode { IsMissing: true })
            return null;
        var name = entry.Key.Value.Substring(0, colon);
        return shape.Keys.FirstOrDefault(key => key.Name == name);
    }
}
