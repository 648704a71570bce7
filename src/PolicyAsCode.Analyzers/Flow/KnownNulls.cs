using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>
/// A variable where an <c>if</c> around it has just found it null: <c>if (x == null) throw new(… x …)</c> tells nothing of
/// anybody. Read off the syntax, and only where something would be reported.
/// </summary>
internal static class KnownNulls
{
    /// <summary>Whether a value can only be null.</summary>
    internal static bool Has(IOperation value)
    {
        if (value is not (ILocalReferenceOperation or IParameterReferenceOperation)
            || value.Syntax is not IdentifierNameSyntax { Identifier.ValueText: var name } place)
            return false;
        for (SyntaxNode at = place; at.Parent is { } around and not MemberDeclarationSyntax; at = around)
            if (around switch
                {
                    IfStatementSyntax found => Says(found.Condition, name, whenNull: at == found.Statement, at == found.Else),
                    ConditionalExpressionSyntax found => Says(found.Condition, name, at == found.WhenTrue, at == found.WhenFalse),
                    _ => false,
                })
                return !IsWritten(at, name);
            else if (around is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)
                return false;
        return false;
    }

    private static bool Says(ExpressionSyntax condition, string name, bool whenNull, bool whenNot) =>
        whenNull && IsNull(condition, name) || whenNot && IsNotNull(condition, name);

    private static bool IsNull(ExpressionSyntax condition, string name) => condition switch
    {
        ParenthesizedExpressionSyntax { Expression: var inner } => IsNull(inner, name),
        BinaryExpressionSyntax both when both.IsKind(SyntaxKind.LogicalAndExpression) =>
            IsNull(both.Left, name) || IsNull(both.Right, name),
        BinaryExpressionSyntax equal when equal.IsKind(SyntaxKind.EqualsExpression) => Compares(equal, name),
        IsPatternExpressionSyntax { Expression: var tested, Pattern: ConstantPatternSyntax { Expression: var constant } } =>
            IsNamed(tested, name) && constant.IsKind(SyntaxKind.NullLiteralExpression),
        _ => false,
    };

    private static bool IsNotNull(ExpressionSyntax condition, string name) => condition switch
    {
        ParenthesizedExpressionSyntax { Expression: var inner } => IsNotNull(inner, name),
        BinaryExpressionSyntax different when different.IsKind(SyntaxKind.NotEqualsExpression) => Compares(different, name),
        IsPatternExpressionSyntax
        {
            Expression: var tested,
            Pattern: UnaryPatternSyntax { Pattern: ConstantPatternSyntax { Expression: var constant } },
        } => IsNamed(tested, name) && constant.IsKind(SyntaxKind.NullLiteralExpression),
        _ => false,
    };

    private static bool Compares(BinaryExpressionSyntax comparison, string name) =>
        IsNamed(comparison.Left, name) && comparison.Right.IsKind(SyntaxKind.NullLiteralExpression)
        || IsNamed(comparison.Right, name) && comparison.Left.IsKind(SyntaxKind.NullLiteralExpression);

    private static bool IsNamed(ExpressionSyntax expression, string name) =>
        expression is IdentifierNameSyntax { Identifier.ValueText: var written } && written == name;

    // Anything but being read, in the branch: then nothing is known.
    private static bool IsWritten(SyntaxNode branch, string name)
    {
        foreach (var node in branch.DescendantNodes())
            if (node switch
                {
                    AssignmentExpressionSyntax { Left: TupleExpressionSyntax several } =>
                        several.Arguments.Any(one => IsNamed(one.Expression, name)),
                    AssignmentExpressionSyntax { Left: var left } => IsNamed(left, name),
                    ArgumentSyntax { RefKindKeyword.RawKind: not 0, Expression: var handed } => IsNamed(handed, name),
                    RefExpressionSyntax { Expression: var aliased } => IsNamed(aliased, name),
                    _ => false,
                })
                return true;
        return false;
    }
}
