using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>Where objects are written as JSON, and which of their members are kept back there by <c>[JsonIgnore]</c>.</summary>
internal sealed class JsonWriting(KnownTypes types)
{
    private const string Ignore = "JsonIgnoreAttribute";

    /// <summary>What writes the answers of controllers.</summary>
    internal JsonWriter OfControllers =>
        types.Find("Microsoft.Extensions.DependencyInjection.NewtonsoftJsonMvcBuilderExtensions") is null
            ? JsonWriter.SystemText
            : JsonWriter.Newtonsoft;

    /// <summary>What writes an argument of a call, or of a constructor.</summary>
    internal JsonWriter Of(IOperation value)
    {
        var parent = value.Parent;
        while (parent is IConversionOperation)
            parent = parent.Parent;
        var type = parent is not IArgumentOperation { Parent: var call } ? null : call switch
        {
            // A view shows what its markup names.
            IInvocationOperation { TargetMethod.Name: "View" or "PartialView" or "ViewComponent" } => null,
            IInvocationOperation { TargetMethod.ContainingType: var called } => called,
            IObjectCreationOperation { Type: INamedTypeSymbol made } => made,
            _ => null,
        };
        return type switch
        {
            { Name: "JsonSerializer" } when Attributes.IsIn(type, "System.Text.Json") => JsonWriter.SystemText,
            { Name: "JsonConvert" } when Attributes.IsIn(type, "Newtonsoft.Json") => JsonWriter.Newtonsoft,
            { Name: "JsonContent" or "HttpClientJsonExtensions" } when Attributes.IsIn(type, "System.Net.Http.Json") =>
                JsonWriter.SystemText,
            { Name: "Results" or "TypedResults" or "HttpResponseJsonExtensions" } when
                Attributes.IsIn(type, "Microsoft.AspNetCore.Http") => JsonWriter.SystemText,
            { Name: "ControllerBase" or "Controller" or "JsonResult" or "ObjectResult" } or { BaseType.Name: "ObjectResult" }
                when Attributes.IsIn(type, "Microsoft.AspNetCore.Mvc") => OfControllers,
            _ => JsonWriter.None,
        };
    }

    /// <summary>Whether a writer leaves a member out, whatever is in it.</summary>
    internal static bool LeavesOut(ISymbol member, JsonWriter writer)
    {
        foreach (var attribute in member.GetAttributes())
            if (attribute.AttributeClass is { Name: Ignore } type)
                if (writer == JsonWriter.Newtonsoft ? Attributes.IsIn(type, "Newtonsoft.Json")
                    : Attributes.IsIn(type, "System.Text.Json.Serialization") && IsAlways(attribute))
                    return true;
        return false;
    }

    // JsonIgnoreCondition.Always is 1, and what stands where no condition does; WhenWriting is 4.
    private static bool IsAlways(AttributeData ignore)
    {
        foreach (var named in ignore.NamedArguments)
            if (named.Key == "Condition")
                return named.Value.Value is 1 or 4;
        return true;
    }
}
