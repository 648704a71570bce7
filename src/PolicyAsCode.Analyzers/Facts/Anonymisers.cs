using Microsoft.CodeAnalysis;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>Methods that change the form of what goes through them: declared ones only, whatever a name promises.</summary>
internal sealed class Anonymisers(BoundNames bindings)
{
    /// <summary>The form of what the method returns; null for one that changes none.</summary>
    internal Form? Of(IMethodSymbol method)
    {
        if (bindings.Method(method)?.Anonymises is { } bound)
            return bound;
        return Attributes.One(method, Attributes.Anonymises) is { ConstructorArguments: { Length: 1 } said }
            && said[0].Value is int form
                ? (Form)form
                : null;
    }
}
