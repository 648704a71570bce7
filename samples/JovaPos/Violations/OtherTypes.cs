namespace JovaPos.Violations;

/// <summary>What the bindings say of the types of others counts like an attribute on ours.</summary>
public static class OtherTypes
{
    [Purpose(Purposes.Promotion)]
    public static string? Nearby(HttpContext caller) => caller.Connection.RemoteIpAddress?.ToString(); // expect: PAC3001 JOVA-1.6
}
