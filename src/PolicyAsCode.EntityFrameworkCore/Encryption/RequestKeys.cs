using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// The key of a request, by which its address, its words and its messages are sealed. It is the request's own and not the
/// person's: the last message to somebody who was erased must still be sent when their key is gone. It never counts as one
/// that goes on sealing, so that whoever looks for superseded keys finds it, and deletes it once nothing that it sealed is
/// left: when the request is closed and its messages are sent.
/// </summary>
/// <remarks>
/// A request that has a value has its key: a message is written in the transaction in which the request still has its
/// address, or loses it. So a key of which nothing is found, in the requests first and then in the messages, seals no more.
/// A request that has none any more, and is sent a code once again, gets a further key, with a grace of its own: the one
/// that it had may be found unused, and deleted, before the message is stored.
/// </remarks>
internal static class RequestKeys
{
    private const string Kind = "privacy-request";

    /// <summary>What of the run time's own tables says how a person is reached, or what they wrote.</summary>
    private static readonly (Type Type, string Request, string[] Sealed)[] s_tables =
    [
        (typeof(PrivacyRequest), nameof(PrivacyRequest.Id),
            [nameof(PrivacyRequest.Address), nameof(PrivacyRequest.Words), nameof(PrivacyRequest.Corrections)]),
        (typeof(PrivacyOutboxMessage), nameof(PrivacyOutboxMessage.RequestId), [nameof(PrivacyOutboxMessage.Payload)]),
    ];

    /// <summary>The tables, in the order in which their values are looked for.</summary>
    public static IEnumerable<Type> Tables => s_tables.Select(table => table.Type);

    /// <summary>Whose key seals what belongs to a request.</summary>
    public static PrivacySubject Of(Guid requestId) => new(Kind, requestId.ToString("D"));

    /// <summary>Whether a key is one of a request.</summary>
    public static bool IsOne(PrivacySubject subject) => subject.Kind == Kind;

    /// <summary>Declares the columns as encrypted in a model that has the tables.</summary>
    public static void Declare(IMutableModel model)
    {
        foreach (var (type, request, columns) in s_tables)
        {
            if (model.FindEntityType(type) is not { } entity)
                continue;
            entity.SetAnnotation(EncryptionAnnotations.Subject, Kind + "|" + request);
            foreach (var column in columns)
                entity.FindProperty(column)!.SetAnnotation(EncryptionAnnotations.Encrypted, "");
        }
    }

    /// <summary>Gives a request a further key where no value of it holds the one that it has.</summary>
    public static void BeginAnew(DbContext db, PrivacyRequest request)
    {
        if (request is not { Address: null, Words: null, Corrections: null } || KeyErasure.KeysOf(db) is not { } keys)
            return;
        var person = Of(request.Id);
        keys.Retire(person, once: keys.Obtain(person).Id);
    }

    /// <summary>The key of a request: the one that it has, or its first.</summary>
    public static SealingKey Obtain(ISubjectKeys keys, PrivacySubject request)
    {
        var key = keys.List(request) is [.., var last] && keys.Find(last.KeyId) is { } known ? known : keys.Obtain(request);
        keys.Retire(request, once: key.Id);
        return key;
    }
}
