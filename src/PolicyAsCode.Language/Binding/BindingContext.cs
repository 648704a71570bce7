using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Binding;

/// <summary>What the binding of one file needs: the words it may use, and where its mistakes go.</summary>
internal sealed class BindingContext(string path, Vocabulary vocabulary, ICollection<PolicyDiagnostic> mistakes)
{
    /// <summary>The file's path.</summary>
    public string Path => path;

    /// <summary>The words that the file may use.</summary>
    public Vocabulary Vocabulary { get; } = vocabulary;

    /// <summary>
    /// Whether it is worth looking for the word that was meant: not in a file with more mistakes than are shown, which
    /// would keep everybody waiting for nothing.
    /// </summary>
    public bool MaySuggest => mistakes.Count < PolicyCompiler.MostMistakes;

    /// <summary>The location of a stretch of the file.</summary>
    public FileLocation Locate(TextRange range) => new(path, range);

    /// <summary>Records a mistake.</summary>
    public void Report(string id, TextRange range, Message message) => Report(id, Locate(range), message);

    /// <summary>How much could not be read so far.</summary>
    public int Refused { get; private set; }

    /// <summary>Records a mistake in the place of a whole statement, or of several.</summary>
    public void ReportUnread(string id, TextRange range, Message message)
    {
        Refused++;
        mistakes.Add(new(id, PolicyRules.DefaultSeverity(id), message, Locate(range)) { HidesStatement = true });
    }

    /// <summary>Records a word that another one must replace.</summary>
    public void ReportReplaced(string id, ScalarNode word, Message message, string replacement) =>
        mistakes.Add(new(id, PolicyRules.DefaultSeverity(id), message, Locate(word.Range)) { Replacement = replacement });

    /// <summary>Records a mistake.</summary>
    public void Report(string id, FileLocation location, Message message)
    {
        Refused += PolicyRules.IsEnforceable(id) ? 0 : 1;
        mistakes.Add(new(id, PolicyRules.DefaultSeverity(id), message, location));
    }

    /// <summary>Records a mistake whose sentence has no key yet.</summary>
    public void Report(string id, TextRange range, string message) => Report(id, range, Message.Verbatim(message));

    /// <summary>Records a mistake whose sentence has no key yet.</summary>
    public void Report(string id, FileLocation location, string message) =>
        Report(id, location, Message.Verbatim(message));

    /// <summary>
    /// The keys of a group whose keys are free (terms, names); a key that stands there twice is reported once and
    /// dropped.
    /// </summary>
    /// <param name="node">The group; nothing written is an empty one.</param>
    /// <param name="what">What it should hold, for the message: <c>categories with what is said of them</c>.</param>
    public IEnumerable<MappingEntry> Entries(SyntaxNode? node, string what) => Entries(node, Message.Verbatim(what));

    /// <summary>
    /// The keys of a group whose keys are free (terms, names); a key that stands there twice is reported once and
    /// dropped.
    /// </summary>
    /// <param name="node">The group; nothing written is an empty one.</param>
    /// <param name="what">What it should hold, for the message: <c>categories with what is said of them</c>.</param>
    /// <param name="statement">
    /// What each holds: a key of it that stands among the names is indented too little, which is told once.
    /// </param>
    public IEnumerable<MappingEntry> Entries(SyntaxNode? node, Message what, Shape? statement = null)
    {
        if (node is null or ScalarNode { IsMissing: true })
            yield break;
        if (node is not MappingNode mapping)
        {
            ReportUnread(PolicyRules.WrongValue, node.Range,
                Message.Of("Binding.NotNamed", what, node.Description));
            yield break;
        }

        var stray = statement is null ? [] : ReportStray(mapping, statement);
        var first = new Dictionary<string, MappingEntry>(StringComparer.Ordinal);
        foreach (var entry in mapping.Entries)
        {
            if (stray.Contains(entry))
                continue;
            if (first.TryGetValue(entry.Key.Value, out var earlier))
            {
                ReportDuplicate(entry.Key, earlier.Key);
                continue;
            }
            first.Add(entry.Key.Value, entry);
            yield return entry;
        }
    }

    // They belong to the statement above them, which then lacks nothing.
    private HashSet<MappingEntry> ReportStray(MappingNode mapping, Shape statement)
    {
        var stray = new HashSet<MappingEntry>();
        MappingEntry? owner = null;
        var isTold = false;
        foreach (var entry in mapping.Entries)
        {
            if (statement.Keys.All(key => key.Name != entry.Key.Value))
            {
                (owner, isTold) = (entry, false);
                continue;
            }
            stray.Add(entry);
            if (owner is not null)
                owner.Value.IsDamaged = true;
            if (!isTold)
                Report(PolicyRules.UnknownTerm, entry.Key.Range, owner is null
                    ? Message.Of("Statements.BelongsDeeper", entry.Key.Value)
                    : Message.Of("Statements.BelongsAbove", entry.Key.Value, owner.Key.Value));
            isTold = true;
        }
        return stray;
    }

    /// <summary>Reports a key that stands there already.</summary>
    public void ReportDuplicate(ScalarNode key, ScalarNode earlier) =>
        Report(PolicyRules.Duplicate, key.Range,
            Message.Of("Binding.Duplicate", key.Value, earlier.Range.Start.Line + 1));
}
