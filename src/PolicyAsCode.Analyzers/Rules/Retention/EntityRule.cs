using Microsoft.CodeAnalysis;
using PolicyAsCode.Analyzers.Facts;
using PolicyAsCode.Analyzers.Policy;

namespace PolicyAsCode.Analyzers.Rules.Retention;

/// <summary>
/// Base of rules on what is stored: each entity once, at its own declaration, so that an editor shows it live; one of
/// another assembly at the set of the context that stores it.
/// </summary>
public abstract class EntityRule : PolicyRule
{
    private protected EntityRule(params DiagnosticDescriptor[] rules) : base(rules)
    {
    }

    private protected sealed override void Register(RuleScope scope) =>
        OnEntity(scope, (entity, reporter) => Check(entity, scope.Policy, reporter));

    /// <summary>Each entity that holds personal data, once.</summary>
    internal static void OnEntity(RuleScope scope, Action<Entity, EntityReporter> check)
    {
        if (scope.Policy.Types.Find("Microsoft.EntityFrameworkCore.DbContext") is null)
            return;
        scope.OnSymbol<INamedTypeSymbol>((type, reporter) =>
        {
            if (scope.Policy.Entities.Of(type) is { Fields.IsEmpty: false } entity)
                check(entity, new(reporter, place: null));
            foreach (var (set, stored) in EntityModel.Sets(type, scope.Policy.Types))
                if (stored.DeclaringSyntaxReferences.IsEmpty && !set.DeclaringSyntaxReferences.IsEmpty
                    && scope.Policy.Entities.Of(stored) is { Fields.IsEmpty: false } foreign)
                    check(foreign, new(reporter, set.Locations[0]));
        });
    }

    private protected abstract void Check(Entity entity, BoundPolicy policy, EntityReporter reporter);
}
