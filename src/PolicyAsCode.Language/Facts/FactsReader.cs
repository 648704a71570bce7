using System.Collections.Immutable;
using System.Globalization;

namespace PolicyAsCode.Language.Facts;

/// <summary>
/// Reads <see cref="FactsFile"/>. The assembly may be somebody else's: whatever the text, it
/// neither throws nor takes more memory than a few times its length.
/// </summary>
internal sealed class FactsReader
{
    private const int LongestText = 16 * 1024 * 1024;
    private const int LongestName = 4096;
    private const int LongestNames = 4 * LongestText;
    private const int MostLinesOfMethod = 10_000;

    private readonly List<string> _names = [];
    private int _charactersOfNames;

    private FactsReader()
    {
    }

    internal static AssemblyFacts? Read(string text, out FactsMistake mistake)
    {
        if (!text.StartsWith(FactsFile.Start, StringComparison.Ordinal))
        {
            mistake = FactsMistake.NotFacts;
            return null;
        }
        var lines = text.Length <= LongestText ? text.Split('\n') : [];
        if (lines.Length == 0 || !TryNumber(lines[0].Substring(FactsFile.Start.Length).TrimEnd('\r'), out var version))
        {
            mistake = FactsMistake.Damaged;
            return null;
        }
        if (version != FactsFile.Version)
        {
            mistake = FactsMistake.OtherVersion;
            return null;
        }
        var facts = new FactsReader().Read(lines);
        mistake = facts is null ? FactsMistake.Damaged : FactsMistake.None;
        return facts;
    }

    private AssemblyFacts? Read(string[] lines)
    {
        const string assembly = "assembly ";
        var at = 1;
        if (Line(lines, at++) is not { } name || !name.StartsWith(assembly, StringComparison.Ordinal)
            || name.Length == assembly.Length)
            return null;
        for (; Line(lines, at) is ['=', ..] line; at++)
            if (!AddName(line))
                return null;

        var members = ImmutableArray.CreateBuilder<MemberFacts>();
        for (; Line(lines, at) is ['b', ' ', ..] line; at++)
        {
            var words = new Words(this, line);
            members.Add(new(words.Name(), words.Data()));
            if (!words.IsGoodToTheEnd)
                return null;
        }

        var methods = ImmutableArray.CreateBuilder<MethodFacts>();
        var linesOfMethod = 0;
        while (Line(lines, at) is { Length: > 0 } line)
        {
            var words = new Words(this, line);
            if (words.Kind == "m")
            {
                methods.Add(new(words.Name()));
                linesOfMethod = 0;
            }
            else
            {
                if (methods.Count == 0 || ++linesOfMethod > MostLinesOfMethod
                    || Continued(methods[methods.Count - 1], ref words) is not { } continued)
                    return null;
                methods[methods.Count - 1] = continued;
            }
            if (!words.IsGoodToTheEnd)
                return null;
            at++;
        }
        // Cut off in the middle of a line, or followed by something else.
        return at == lines.Length - 1
            ? new(name.Substring(assembly.Length)) { Members = members.ToImmutable(), Methods = methods.ToImmutable() }
            : null;
    }

    private static MethodFacts? Continued(MethodFacts method, ref Words words)
    {
        switch (words.Kind)
        {
            case "i":
                return method with { RunsFor = method.RunsFor.Add(words.Name()) };
            case "r":
                return method with { Returned = words.Data() };
            case "o":
                return method with { Outs = method.Outs.Add(new(words.Number(), words.Data())) };
            case "p":
                return method with { Passages = method.Passages.Add(Passage(ref words)) };
            case "s":
                return method with { Disclosed = method.Disclosed.Add(Passage(ref words)) };
            case "d":
                return method with
                {
                    Deposits = method.Deposits.Add(new(words.Data(), words.Name()) { Path = words.Names() }),
                };
            case "u":
                var use = new UseFacts(words.Name());
                var flags = words.Flags();
                return method with
                {
                    Uses = method.Uses.Add(use with
                    {
                        IsPresenceTest = flags.Contains('p'),
                        IsCopy = flags.Contains('c'),
                        Categories = words.Names(),
                        Purposes = words.Names(),
                        Proved = words.Names(),
                        Path = words.Names(),
                    }),
                };
            case "g":
                return method with { Proof = new(words.Names(), words.Names(), words.Names()) };
            default:
                return null;
        }
    }

    private static PassageFacts Passage(ref Words words) => new(words.Data(), words.Name())
    {
        Kinds = words.Names(),
        Recipient = words.OptionalName(),
        Host = words.OptionalName(),
        Purposes = words.Names(),
        Path = words.Names(),
    };

    private bool AddName(string line)
    {
        var space = line.IndexOf(' ');
        var before = _names.Count == 0 ? "" : _names[_names.Count - 1];
        if (space < 0 || !TryNumber(line.Substring(1, space - 1), out var shared) || shared > before.Length)
            return false;
        var name = before.Substring(0, shared) + line.Substring(space + 1);
        _charactersOfNames += name.Length;
        _names.Add(name);
        return name.Length is > 0 and <= LongestName && _charactersOfNames <= LongestNames;
    }

    private static string? Line(string[] lines, int at) => at < lines.Length ? lines[at].TrimEnd('\r') : null;

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    /// <summary>The words of one line, taken one after the other; what cannot be read is remembered to the end.</summary>
    private struct Words
    {
        private const int Parameters = 64;

        private readonly FactsReader _reader;
        private readonly string[] _words;
        private int _at;
        private bool _isBad;

        internal Words(FactsReader reader, string line)
        {
            _reader = reader;
            _words = line.Split(' ');
            Kind = _words[0];
            _at = 1;
        }

        internal string Kind { get; }

        internal readonly bool IsGoodToTheEnd => !_isBad && _at == _words.Length;

        internal string Name() => NameOf(Next());

        internal string? OptionalName() => Next() is var word && word == "-" ? null : NameOf(word);

        internal ImmutableArray<string> Names()
        {
            var word = Next();
            if (word == "-")
                return [];
            var names = ImmutableArray.CreateBuilder<string>();
            foreach (var one in word.Split(','))
                names.Add(NameOf(one));
            return names.ToImmutable();
        }

        internal int Number()
        {
            if (TryNumber(Next(), out var number) && number < ushort.MaxValue)
                return number;
            _isBad = true;
            return 0;
        }

        internal string Flags()
        {
            var word = Next();
            _isBad |= word is not ("-" or "p" or "c" or "pc");
            return word;
        }

        internal DataFacts Data()
        {
            var word = Next();
            if (word == "-")
                return DataFacts.None;
            var from = new ulong[3];
            var categories = new[] { ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<string>() };
            foreach (var part in word.Split(','))
            {
                var form = part.Length == 0 ? 0 : part[0] == '~' ? 1 : part[0] == '^' ? 2 : 0;
                var rest = form == 0 ? part : part.Substring(1);
                if (rest.Length > 0 && rest[0] == '#')
                    categories[form].Add(NameOf(rest.Substring(1)));
                else if (TryNumber(rest, out var ordinal) && ordinal < Parameters)
                    from[form] |= 1UL << ordinal;
                else
                    _isBad = true;
            }
            return new()
            {
                FromRaw = from[0],
                FromPseudonymised = from[1],
                FromAggregated = from[2],
                Raw = categories[0].ToImmutable(),
                Pseudonymised = categories[1].ToImmutable(),
                Aggregated = categories[2].ToImmutable(),
            };
        }

        private string Next()
        {
            if (_at < _words.Length)
                return _words[_at++];
            _isBad = true;
            return "-";
        }

        private string NameOf(string word)
        {
            if (TryNumber(word, out var number) && number < _reader._names.Count)
                return _reader._names[number];
            _isBad = true;
            return "";
        }
    }
}
