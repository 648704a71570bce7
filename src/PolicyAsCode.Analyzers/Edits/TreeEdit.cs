using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace PolicyAsCode.Analyzers.Edits;

/// <summary>
/// One file before and after an edit that changed code inside of methods and accessors and nothing that other code can see:
/// which bodies, and where the rest went.
/// </summary>
internal sealed class TreeEdit
{
    private readonly List<EditedBody> _bodies = [];

    // From a place on, everything has moved by so much; in the order of the old text.
    private readonly List<(int From, int By)> _moves = [(0, 0)];

    // What is no longer there.
    private readonly List<TextSpan> _gone = [];

    private TreeEdit(SyntaxTree before, SyntaxTree after) => (Before, After) = (before, after);

    internal SyntaxTree Before { get; }

    internal SyntaxTree After { get; }

    internal IReadOnlyList<EditedBody> Bodies => _bodies;

    /// <summary>The edit between two versions of a file; null where more changed than bodies.</summary>
    internal static TreeEdit? Of(SyntaxTree before, SyntaxTree after, CancellationToken cancel)
    {
        if (before.FilePath != after.FilePath || !before.Options.Equals(after.Options))
            return null;
        var (old, now) = (before.GetRoot(cancel), after.GetRoot(cancel));
        var edit = new TreeEdit(before, after);
        return edit.Compare(old, now) && edit.HasSameDirectives(old, now) ? edit : null;
    }

    /// <summary>Where something stands now that stood in the file before; nothing where it is gone.</summary>
    internal Location? Now(Location place)
    {
        var span = place.SourceSpan;
        var last = span.IsEmpty ? span.Start : span.End - 1;
        foreach (var gone in _gone)
            if (gone.Contains(span.Start) || gone.Contains(last))
                return null;
        var start = Now(span.Start);
        return Location.Create(After, TextSpan.FromBounds(start, Math.Max(start, span.IsEmpty ? start : Now(last) + 1)));
    }

    /// <summary>Where it stood, if it is gone: just before what follows.</summary>
    internal Location Nearest(Location place) => Now(place)
        ?? Location.Create(After, new(Math.Min(Now(place.SourceSpan.Start), After.Length), 0));

    private int Now(int place)
    {
        var (low, high) = (0, _moves.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _moves[middle].From <= place ? (middle, high) : (low, middle - 1);
        }
        return place + _moves[low].By;
    }

    // The same words before the same code: what they say holds from there on.
    private bool HasSameDirectives(SyntaxNode old, SyntaxNode now)
    {
        var (ours, theirs) = (First(old), First(now));
        for (; ours is not null && theirs is not null; (ours, theirs) = (ours.GetNextDirective(), theirs.GetNextDirective()))
            if (ours.ToString() != theirs.ToString() || Now(ours.ParentTrivia.Token.SpanStart) != theirs.ParentTrivia.Token.SpanStart)
                return false;
        return ours is null && theirs is null;

        static DirectiveTriviaSyntax? First(SyntaxNode root) => root.ContainsDirectives ? root.GetFirstDirective() : null;
    }

    // Declarations are compared part by part; expressions may be deep, and are compared by their tokens.
    private bool Compare(SyntaxNode old, SyntaxNode now)
    {
        if (old.RawKind != now.RawKind)
            return false;
        if (old.IsIncrementallyIdenticalTo(now))
        {
            Move(old.FullSpan.Start, now.FullSpan.Start);
            return true;
        }
        if (!IsDeclaring(old))
            return CompareTokens(old, now);

        var (parts, others) = (old.ChildNodesAndTokens(), now.ChildNodesAndTokens());
        if (parts.Count != others.Count)
            return false;
        for (var i = 0; i < parts.Count; i++)
            if (!(parts[i].AsNode() is { } part
                ? others[i].AsNode() is { } other && (IsCode(part) ? CompareCode(old, now, part, other) : Compare(part, other))
                : others[i].IsToken && Compare(parts[i].AsToken(), others[i].AsToken())))
                return false;
        return true;
    }

    private static bool IsDeclaring(SyntaxNode node) =>
        node is CompilationUnitSyntax or AccessorListSyntax or AccessorDeclarationSyntax
            or MemberDeclarationSyntax and not (GlobalStatementSyntax or BaseFieldDeclarationSyntax or EnumMemberDeclarationSyntax);

    // A constructor runs what stands beside its body too, and is bound as a whole.
    private static bool IsCode(SyntaxNode node) => node switch
    {
        BlockSyntax => node.Parent is BaseMethodDeclarationSyntax and not ConstructorDeclarationSyntax or AccessorDeclarationSyntax,
        ArrowExpressionClauseSyntax => node.Parent is BaseMethodDeclarationSyntax and not ConstructorDeclarationSyntax
            or AccessorDeclarationSyntax or PropertyDeclarationSyntax or IndexerDeclarationSyntax,
        _ => false,
    };

    private bool CompareCode(SyntaxNode owner, SyntaxNode ownerNow, SyntaxNode old, SyntaxNode now)
    {
        if (old.RawKind != now.RawKind)
            return false;
        if (old.IsIncrementallyIdenticalTo(now))
        {
            Move(old.FullSpan.Start, now.FullSpan.Start);
            return true;
        }
        SyntaxToken[] tokens = [.. old.DescendantTokens()], others = [.. now.DescendantTokens()];
        var first = 0;
        while (first < tokens.Length && first < others.Length && Compare(tokens[first], others[first]))
            first++;
        if (first == tokens.Length && first == others.Length)
            return true;

        int end = tokens.Length, endNow = others.Length;
        while (end > first && endNow > first && AreSame(tokens[end - 1], others[endNow - 1]))
            (end, endNow) = (end - 1, endNow - 1);
        if (end > first)
            _gone.Add(TextSpan.FromBounds(tokens[first].SpanStart, tokens[end - 1].Span.End));
        for (; end < tokens.Length; end++, endNow++)
            Compare(tokens[end], others[endNow]);
        var (before, after) = old.Parent is PropertyDeclarationSyntax or IndexerDeclarationSyntax ? (old, now) : (owner, ownerNow);
        var body = new EditedBody(before, after, old, now);
        _bodies.Add(body);
        return !IsSeenOutside(body);
    }

    // What a body says can change what others see of its member, or of its type.
    private static bool IsSeenOutside(EditedBody body)
    {
        // An iterator is one by what stands in it, and a property has a field behind it by the word.
        if (Yields(body.CodeBefore) != Yields(body.CodeAfter) || body.NamesBefore.Mentions("field") != body.NamesAfter.Mentions("field"))
            return true;
        // A variable that the old expression declares would still be there for the new one.
        if (body.CodeBefore is ArrowExpressionClauseSyntax && body.CodeBefore.DescendantNodes().Any(node => node is SingleVariableDesignationSyntax))
            return true;
        foreach (var around in body.Before.AncestorsAndSelf())
            // One part of it is called by the other's name.
            if (around is MemberDeclarationSyntax and not BaseTypeDeclarationSyntax
                && ((MemberDeclarationSyntax)around).Modifiers.Any(SyntaxKind.PartialKeyword)
                // A parameter of a type that some body mentions is kept like a field.
                || around is TypeDeclarationSyntax { ParameterList: { } list } && list.Parameters.Any(parameter =>
                    body.NamesBefore.Mentions(parameter.Identifier.ValueText) != body.NamesAfter.Mentions(parameter.Identifier.ValueText)))
                return true;
        return false;
    }

    private static bool Yields(SyntaxNode code) => code
        .DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or ExpressionSyntax))
        .Any(node => node is YieldStatementSyntax);

    private bool CompareTokens(SyntaxNode old, SyntaxNode now)
    {
        using var tokens = old.DescendantTokens().GetEnumerator();
        using var others = now.DescendantTokens().GetEnumerator();
        while (tokens.MoveNext())
            if (!others.MoveNext() || !Compare(tokens.Current, others.Current))
                return false;
        return !others.MoveNext();
    }

    private bool Compare(SyntaxToken old, SyntaxToken now)
    {
        if (!AreSame(old, now))
            return false;
        Move(old.SpanStart, now.SpanStart);
        return true;
    }

    private static bool AreSame(SyntaxToken one, SyntaxToken other) =>
        one.RawKind == other.RawKind && one.IsMissing == other.IsMissing && one.Text == other.Text;

    private void Move(int from, int to)
    {
        if (_moves[_moves.Count - 1].By != to - from)
            _moves.Add((from, to - from));
    }
}
