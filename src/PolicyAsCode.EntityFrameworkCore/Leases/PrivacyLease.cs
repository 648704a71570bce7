namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Who may do what only one node does at a time, and until when.</summary>
public sealed class PrivacyLease
{
    private PrivacyLease()
    {
    }

    internal PrivacyLease(string name, Guid owner, string node, DateTimeOffset at, DateTimeOffset until) =>
        (Name, Owner, Fence, Node, TakenAt, Until) = (name, owner, 1, node, at, until);

    /// <summary>What it is about, such as <c>sweep:ShopContext</c>.</summary>
    public string Name { get; private init; } = "";

    /// <summary>Another with each taking, also by the same node.</summary>
    public Guid Owner { get; private init; }

    /// <summary>Greater by one with each taking.</summary>
    public long Fence { get; private init; }

    /// <summary>The name of the machine that took it, for whoever looks.</summary>
    public string Node { get; private init; } = "";

    /// <summary>When it was taken.</summary>
    public DateTimeOffset TakenAt { get; private init; }

    /// <summary>From this moment on anybody may take it.</summary>
    public DateTimeOffset Until { get; private init; }
}
