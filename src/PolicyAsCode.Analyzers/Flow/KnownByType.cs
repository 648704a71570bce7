using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PolicyAsCode.Analyzers.Facts;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>
/// Whether an object whose type says what it holds stays such an object where it stands: its members are read, it is
/// handed to a parameter or returned as what it is. Then its type tells all that a walk could find. It gets away where it
/// becomes something that says less (<c>object</c>, a text), and where it is handed to something that rules ask about.
/// Whatever is not listed here is taken to let it get away.
/// </summary>
internal sealed class KnownByType(BoundPolicy policy)
{
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<ITypeSymbol>> _promised =
        new(SymbolEqualityComparer.Default);

    /// <param name="operation">What is of such a type.</param>
    /// <param name="contents">What its type holds.</param>
    /// <param name="owner">The member in whose body it stands.</param>
    internal bool Stays(IOperation operation, TermSet contents, ISymbol owner)
    {
        switch (operation.Parent)
        {
            case IExpressionStatementOperation or IVariableInitializerOperation
                or IIsTypeOperation or IPropertySubpatternOperation or INameOfOperation or ITypeOfOperation:
                return true;
            case IReturnOperation:
                return IsPromised(owner, contents);
            case IConversionOperation { OperatorMethod: null, Type: var into } conversion:
                return Holds(into, contents) || IsLookedAt(conversion) && Stays(conversion, contents, owner);
            case IConditionalAccessOperation access:
                return ReferenceEquals(access.Operation, operation) || Takes(access.Type, contents);
            case IArgumentOperation { Parameter: { } parameter, Parent: { } call }:
                return IsArgument(call, parameter, contents);
            case IInvocationOperation { TargetMethod: var method } call:
                return ReferenceEquals(call.Instance, operation) && !policy.Sinks.Concerns(method, null)
                    && (IsOurs(method) && IsWritten(method) || GivesNoMore(method, method.ContainingType, call, contents));
            case IPropertyReferenceOperation { Property: var property } reference:
                return IsOurs(property) || property.ContainingType.IsAnonymousType || Takes(reference.Type, contents);
            case IFieldReferenceOperation { Field: var field } reference:
                return IsOurs(field) || Takes(reference.Type, contents);
            case IMethodReferenceOperation { Method: var method }:
                return IsOurs(method);
            case IEventReferenceOperation { Event: var raised }:
                return IsOurs(raised);
            case ISimpleAssignmentOperation assignment:
                return ReferenceEquals(assignment.Target, operation) || IsWritten(assignment.Target, contents);
            case ICoalesceAssignmentOperation assignment:
                return ReferenceEquals(assignment.Target, operation) || IsWritten(assignment.Target, contents);
            case IBinaryOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals }:
                return true;
            case IIsPatternOperation { Pattern: var pattern }:
                return IsTold(pattern, contents);
            case IObjectCreationOperation or IObjectOrCollectionInitializerOperation or IMemberInitializerOperation
                or ICoalesceOperation or IConditionalOperation or IAwaitOperation or IParenthesizedOperation
                or IArrayElementReferenceOperation or ITupleOperation or ISwitchExpressionArmOperation
                or ICollectionExpressionOperation or ISpreadOperation:
                return Takes(TypeOf(operation.Parent), contents);
            case IArrayInitializerOperation { Parent: IArrayCreationOperation { Type: var array } }:
                return Holds(array, contents);
            case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol.Type: var element } } loop:
                return ReferenceEquals(loop.Collection, operation) && Takes(element, contents);
            default:
                return false;
        }
    }

    // IRepository<T>.Find() promises a T, of which callers that know no T know nothing.
    private bool IsPromised(ISymbol owner, TermSet contents) =>
        owner is not IMethodSymbol method
        || _promised.GetOrAdd(method, Promised).All(promised => Holds(promised, contents));

    private static ImmutableArray<ITypeSymbol> Promised(IMethodSymbol method) =>
    [
        .. Recipients.Promises(method).Select(promised => promised.OriginalDefinition.ReturnType)
            .Where(type => !SymbolEqualityComparer.Default.Equals(type, method.ReturnType)),
    ];

    // What a caller passes to a parameter of a type that says as much is told in the body that gets it.
    private bool IsArgument(IOperation call, IParameterSymbol parameter, TermSet contents)
    {
        var method = call switch
        {
            IInvocationOperation { TargetMethod: { MethodKind: not MethodKind.DelegateInvoke } called } => called,
            IObjectCreationOperation { Constructor: { } constructor } => constructor,
            IPropertyReferenceOperation { Property: { GetMethod: { } getter } } => getter,
            _ => null,
        };
        if (method is null || policy.Sinks.Concerns(method, parameter)
            || policy.Recipients.ReceiverOf(method, parameter) is not null
            || policy.Transfers.Of(method, parameter) != RecipientAction.Share)
            return false;
        if (IsOurs(method) || method.MethodKind == MethodKind.LocalFunction)
            return IsWritten(method) && parameter.RefKind is RefKind.None or RefKind.In
                && !policy.Data.Of(parameter).IsDeclared && Holds(parameter.OriginalDefinition.Type, contents);
        return GivesNoMore(method, parameter.OriginalDefinition.Type, call, contents)
            && (call is not IInvocationOperation { Instance: { } keeper }
                || !Carrying.Keeps(method) || Holds(keeper.Type, contents));
    }

    // ((IHasTrailers)item).Trailers, (object)item == null: what says less is asked for something at once, and not kept.
    private static bool IsLookedAt(IConversionOperation conversion) => conversion.Parent switch
    {
        IBinaryOperation or IIsPatternOperation or IIsTypeOperation or IConversionOperation => true,
        IInvocationOperation { TargetMethod: var method } => !Passing.HasReceiver(method),
        IMemberReferenceOperation { Member: var member } => member.ContainingType is { IsExtension: false },
        _ => false,
    };

    // Of a library's method nothing comes back that carries what went in as that type, and does not say so.
    private bool GivesNoMore(IMethodSymbol method, ITypeSymbol from, IOperation call, TermSet contents) =>
        (Takes(call.Type, contents) || !Carrying.ComesOut(from, method.OriginalDefinition))
        && method.Parameters.All(parameter => parameter.RefKind is RefKind.None or RefKind.In || Takes(parameter.Type, contents));

    private bool IsWritten(IOperation target, TermSet contents) => target switch
    {
        ILocalReferenceOperation or IParameterReferenceOperation { Parameter.RefKind: RefKind.None } or IDiscardOperation => true,
        IArrayElementReferenceOperation { ArrayReference.Type: var array } => Holds(array, contents),
        IMemberReferenceOperation { Member: { ContainingType.IsAnonymousType: true } member } => Holds(member.ContainingType, contents),
        IPropertyReferenceOperation { Property: var property } => IsOurs(property) && IsUndeclared(property, property.Type, contents),
        IFieldReferenceOperation { Field: var field } => IsOurs(field) && IsUndeclared(field, field.Type, contents),
        _ => false,
    };

    private bool IsUndeclared(ISymbol member, ITypeSymbol type, TermSet contents) =>
        !policy.Data.Of(member).IsDeclared && Holds(type, contents);

    private bool IsTold(IPatternOperation pattern, TermSet contents) => pattern switch
    {
        IConstantPatternOperation or IDiscardPatternOperation or ITypePatternOperation => true,
        INegatedPatternOperation { Pattern: var negated } => IsTold(negated, contents),
        IBinaryPatternOperation { LeftPattern: var one, RightPattern: var other } => IsTold(one, contents) && IsTold(other, contents),
        IDeclarationPatternOperation { DeclaredSymbol: var declared, MatchedType: var type } =>
            declared is not ILocalSymbol || Holds(type, contents),
        IRecursivePatternOperation { DeclaredSymbol: var declared, MatchedType: var type, DeconstructSymbol: null } =>
            declared is not ILocalSymbol || Holds(type, contents),
        _ => false,
    };

    // Whether something of the type cannot carry it, or says that it does.
    private bool Takes(ITypeSymbol? type, TermSet contents) =>
        type is not null && (!Carrying.CanCarry(type) || Holds(type, contents));

    private bool Holds(ITypeSymbol? type, TermSet contents) => type is not null && policy.Contents.Of(type).Covers(contents);

    // The compiler's own ToString of a record shows all that it holds; what stands in another assembly is known by its facts.
    private static bool IsWritten(IMethodSymbol method) => method.MethodKind == MethodKind.Constructor
        || !method.IsImplicitlyDeclared && !method.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty
        || !Carrying.CanCarry(method.ReturnType);

    private bool IsOurs(ISymbol member) => policy.Contents.IsOurs(member.ContainingAssembly);

    private static ITypeSymbol? TypeOf(IOperation operation) =>
        operation is ISwitchExpressionArmOperation or ISpreadOperation
            ? operation.Parent?.Type
            : operation.Type ?? operation.Parent?.Type;
}
