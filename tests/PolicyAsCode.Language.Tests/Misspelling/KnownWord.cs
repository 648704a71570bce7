using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Tests.Misspelling;

/// <summary>A word of a file that the language knows: a key, a term, a word of a choice, a clause, a name.</summary>
/// <param name="Node">Where it stands.</param>
/// <param name="Statement">The statement in which it stands; empty for a word of the file's head.</param>
/// <param name="IsKnown">Whether another word would be known there as well.</param>
internal sealed record KnownWord(ScalarNode Node, string Statement, Func<string, bool> IsKnown)
{
    /// <summary>The file with each pair of neighbours of this word swapped, where that makes an unknown word.</summary>
    public IEnumerable<(KnownWord Word, string Misspelt)> Misspellings()
    {
        var word = Node.Value;
        for (var i = 0; i + 1 < word.Length; i++)
        {
            var misspelt = word[..i] + word[i + 1] + word[i] + word[(i + 2)..];
            // A word that YAML reads otherwise (':', '#', blanks at an end) is another mistake than a misspelling.
            if (misspelt != word && !IsKnown(misspelt) && char.IsLetterOrDigit(misspelt[0]) && char.IsLetterOrDigit(misspelt[^1]))
                yield return (this, misspelt);
        }
    }

    /// <summary>All of them in a file, by what the language says may be written there.</summary>
    public static IEnumerable<KnownWord> In(SyntaxTree tree, PolicyFileKind kind, Vocabulary vocabulary, IReadOnlySet<string> clauses)
    {
        var reader = new Reader(vocabulary, clauses);
        if (FileShapes.Of(kind) is { } shape)
            reader.Read(tree.Root, new Written.Group(shape), "");
        return reader.Found;
    }

    private sealed class Reader(Vocabulary vocabulary, IReadOnlySet<string> clauses)
    {
        public List<KnownWord> Found { get; } = [];

        public void Read(SyntaxNode node, Written written, string statement)
        {
            switch (node, written)
            {
                case (_, Written.Either either):
                    ReadEither(node, either, statement);
                    break;
                case (MappingNode mapping, Written.Group group):
                    foreach (var entry in mapping.Entries)
                        if (group.Shape.Keys.FirstOrDefault(key => key.Name == entry.Key.Value) is { } key)
                        {
                            Add(entry.Key, statement, word => group.Shape.Keys.Any(one => one.Name == word));
                            var inside = statement.Length > 0 ? statement : entry.Key.Value;
                            if (key.Name == "clause")
                                Read(entry.Value, inside, clauses.Contains);
                            else if (statement.Length == 0 && key.Name is "bindings" or "notice" or "tests" && entry.Value is ScalarNode)
                                Read(entry.Value, "", PolicyFolder.Names().Contains);
                            else
                                Read(entry.Value, key.Written, inside);
                        }
                    break;
                case (MappingNode mapping, Written.Map map):
                    foreach (var entry in mapping.Entries)
                    {
                        // Each entry of a section is a statement of its own.
                        var inside = statement.Contains('/', StringComparison.Ordinal) ? statement : $"{statement}/{entry.Key.Value}";
                        Read(entry.Key, map.Keys, inside);
                        Read(entry.Value, map.Values, inside);
                    }
                    break;
                case (SequenceNode sequence, Written.List list):
                    for (var i = 0; i < sequence.Items.Length; i++)
                        Read(sequence.Items[i], list.Item,
                            statement.Contains('/', StringComparison.Ordinal) ? statement : $"{statement}/{i}");
                    break;
                case (_, Written.List list):
                    Read(node, list.Item, statement);
                    break;
                case (ScalarNode word, Written.Terms terms) when vocabulary.Find(terms.Kind, word.Value) is not null:
                    Add(word, statement, other => vocabulary.Find(terms.Kind, other) is not null);
                    break;
                case (ScalarNode word, Written.Choice choice) when choice.Words.Contains(word.Value):
                    Add(word, statement, choice.Words.Contains);
                    break;
            }
        }

        private void ReadEither(SyntaxNode node, Written.Either either, string statement)
        {
            var known = either.Choices.OfType<Written.Choice>().SelectMany(choice => choice.Words).ToHashSet();
            if (node is ScalarNode word && known.Contains(word.Value))
            {
                // Beside a text of any look a word is no longer wrong.
                if (!either.Choices.Any(choice => choice is Written.Text))
                    Add(word, statement, known.Contains);
                return;
            }
            foreach (var choice in either.Choices)
                if (choice is not Written.Choice && Fits(node, choice))
                {
                    Read(node, choice, statement);
                    return;
                }
        }

        private static bool Fits(SyntaxNode node, Written written) => (node, written) switch
        {
            (MappingNode, Written.Group or Written.Map) => true,
            (SequenceNode, Written.List) => true,
            (ScalarNode, Written.Terms) => true,
            (not SequenceNode, Written.List list) => Fits(node, list.Item),
            (_, Written.Either either) => either.Choices.Any(choice => Fits(node, choice)),
            _ => false,
        };

        private void Read(SyntaxNode node, string statement, Func<string, bool> isKnown)
        {
            foreach (var word in node is SequenceNode sequence ? sequence.Items : [node])
                if (word is ScalarNode scalar && isKnown(scalar.Value))
                    Add(scalar, statement, isKnown);
        }

        private void Add(ScalarNode node, string statement, Func<string, bool> isKnown)
        {
            if (!node.IsQuoted && node.Value.Length == node.Range.Length)
                Found.Add(new(node, statement, isKnown));
        }
    }
}
