//! The kinds of document, the two modes, and all that is particular to each kind.

use super::parts::{Discount, Location, Payment, TimeRange};
use super::table::{Any, Fen, Key, List, Table, Text};
use super::{cancel, completion, create, direct_complete, message, modify, pay, query, service_order, sync};
use crate::values::language::Bilingual;
use crate::values::named::{Named, named};

named! {
    /// 文档种类：请求连同单号（如 `completion`）、请求体（`…Body`），或返回的订单（`serviceOrder`）。
    /// The kind of document: a request with its order number (`completion`), its body alone (`…Body`), or a returned order.
    #[derive(Default)]
    pub enum DocumentKind {
        #[default]
        Completion = "completion",
        CompletionBody = "completionBody",
        ServiceOrder = "serviceOrder",
        Create = "create",
        Query = "query",
        Cancel = "cancel",
        CancelBody = "cancelBody",
        Modify = "modify",
        ModifyBody = "modifyBody",
        Pay = "pay",
        PayBody = "payBody",
        Sync = "sync",
        SyncBody = "syncBody",
        PrepaidMessage = "prepaidMessage",
        PrepaidMessageBody = "prepaidMessageBody",
        PendingMessage = "pendingMessage",
        PendingMessageBody = "pendingMessageBody",
        DirectComplete = "directComplete",
    }
}

named! {
    /// 直连商户或服务商。
    /// Whether a call is a direct merchant's or a partner's (服务商).
    pub enum Mode {
        Direct = "direct",
        Partner = "partner",
    }
}

impl Mode {
    /// Whose an order is.
    pub fn label(self) -> Bilingual {
        match self {
            Mode::Direct => Bilingual { zh: "直连商户", en: "a direct merchant's" },
            Mode::Partner => Bilingual { zh: "服务商", en: "a partner's" },
        }
    }
}

/// Which part of a call a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// With what goes into the URL's path. A returned order is whole too.
    Whole,
    Body,
}

/// All that is particular to a kind of document, but for its rules.
pub struct Spec {
    pub table: &'static Table,
    pub part: Part,
    pub shared: Shared,
    /// The call that the document is sent with; none for a returned order.
    pub endpoint: Option<Endpoint>,
    /// The order of the body's fields on the wire, direct and partner, where it differs from the table's.
    wire: [Option<Wire>; 2],
}

impl Spec {
    pub const fn whole(table: &'static Table, endpoint: Endpoint) -> Self {
        Spec { table, part: Part::Whole, shared: Shared::of(table), endpoint: Some(endpoint), wire: [None; 2] }
    }

    pub const fn body(table: &'static Table, endpoint: Endpoint) -> Self {
        Spec { part: Part::Body, ..Spec::whole(table, endpoint) }
    }

    pub const fn answer(table: &'static Table) -> Self {
        Spec { table, part: Part::Whole, shared: Shared::of(table), endpoint: None, wire: [None; 2] }
    }

    pub const fn direct_order(self, order: Wire) -> Self {
        Spec { wire: [Some(order), self.wire[1]], ..self }
    }

    pub const fn partner_order(self, order: Wire) -> Self {
        Spec { wire: [self.wire[0], Some(order)], ..self }
    }

    /// The rows in the order in which they are sent.
    pub fn rows(&self, mode: Mode) -> Vec<usize> {
        match self.wire[mode as usize] {
            Some(order) => order.to_vec(),
            None => (0..self.table.fields.len()).collect(),
        }
    }
}

/// The rows of a body in the order in which they are sent.
pub type Wire = &'static [usize];

/// The rows of a document by the names of its fields.
macro_rules! wire {
    ($document:ident: $($field:ident),* $(,)?) => {
        &[$($document::$field.row()),*]
    };
}
pub(crate) use wire;

/// The call of a document, under `/v3/payscore` or `/v3/payscore/partner`.
#[derive(Clone, Copy, Debug)]
pub struct Endpoint {
    pub path: Path,
    /// The status of success, for a direct merchant and for a partner: 204 has no body.
    pub answers: [u16; 2],
}

#[derive(Clone, Copy, Debug)]
pub enum Path {
    /// `/serviceorder` and what follows it.
    Service(&'static str),
    /// `/serviceorder/{out_order_no}` and what follows it.
    Order(&'static str),
    /// `/serviceorder?`, with the document as its parameters and no body.
    Query,
}

impl Endpoint {
    pub const QUERY: Endpoint = Endpoint { path: Path::Query, answers: [200, 200] };

    pub const fn of_service(action: &'static str, answers: [u16; 2]) -> Self {
        Endpoint { path: Path::Service(action), answers }
    }

    pub const fn of_order(action: &'static str, answers: [u16; 2]) -> Self {
        Endpoint { path: Path::Order(action), answers }
    }
}

/// The keys of the fields that several kinds have, where this one has them.
pub struct Shared {
    pub out_order_no: Option<Key<Any, Text>>,
    pub appid: Option<Key<Any, Text>>,
    pub service_id: Option<Key<Any, Text>>,
    pub sub_mchid: Option<Key<Any, Text>>,
    pub post_payments: Option<Key<Any, List<Payment>>>,
    pub post_discounts: Option<Key<Any, List<Discount>>>,
    pub total_amount: Option<Key<Any, Fen>>,
    pub time_range: Option<Key<Any, TimeRange>>,
    pub location: Option<Key<Any, Location>>,
    pub notify_url: Option<Key<Any, Text>>,
    pub attach: Option<Key<Any, Text>>,
    pub openid: Option<Key<Any, Text>>,
    pub sub_openid: Option<Key<Any, Text>>,
}

impl Shared {
    const fn of(table: &Table) -> Self {
        Shared {
            out_order_no: table.key("out_order_no"),
            appid: table.key("appid"),
            service_id: table.key("service_id"),
            sub_mchid: table.key("sub_mchid"),
            post_payments: table.key("post_payments"),
            post_discounts: table.key("post_discounts"),
            total_amount: table.key("total_amount"),
            time_range: table.key("time_range"),
            location: table.key("location"),
            notify_url: table.key("notify_url"),
            attach: table.key("attach"),
            openid: table.key("openid"),
            sub_openid: table.key("sub_openid"),
        }
    }
}

impl DocumentKind {
    pub const fn spec(self) -> &'static Spec {
        match self {
            DocumentKind::Completion => &completion::WHOLE,
            DocumentKind::CompletionBody => &completion::BODY,
            DocumentKind::ServiceOrder => &service_order::ANSWER,
            DocumentKind::Create => &create::WHOLE,
            DocumentKind::Query => &query::WHOLE,
            DocumentKind::Cancel => &cancel::WHOLE,
            DocumentKind::CancelBody => &cancel::BODY,
            DocumentKind::Modify => &modify::WHOLE,
            DocumentKind::ModifyBody => &modify::BODY,
            DocumentKind::Pay => &pay::WHOLE,
            DocumentKind::PayBody => &pay::BODY,
            DocumentKind::Sync => &sync::WHOLE,
            DocumentKind::SyncBody => &sync::BODY,
            DocumentKind::PrepaidMessage => &message::PREPAID_WHOLE,
            DocumentKind::PrepaidMessageBody => &message::PREPAID_BODY,
            DocumentKind::PendingMessage => &message::PENDING_WHOLE,
            DocumentKind::PendingMessageBody => &message::PENDING_BODY,
            DocumentKind::DirectComplete => &direct_complete::WHOLE,
        }
    }

    /// The kind of the body alone, for a request whose order number goes into the path.
    pub fn body(self) -> Option<DocumentKind> {
        Some(match self {
            DocumentKind::Completion => DocumentKind::CompletionBody,
            DocumentKind::Cancel => DocumentKind::CancelBody,
            DocumentKind::Modify => DocumentKind::ModifyBody,
            DocumentKind::Pay => DocumentKind::PayBody,
            DocumentKind::Sync => DocumentKind::SyncBody,
            DocumentKind::PrepaidMessage => DocumentKind::PrepaidMessageBody,
            DocumentKind::PendingMessage => DocumentKind::PendingMessageBody,
            _ => return None,
        })
    }

    /// The name of its operation, as in `nextActions` and `explainError`.
    pub fn operation(self) -> &'static str {
        match self {
            DocumentKind::Completion | DocumentKind::CompletionBody => "complete",
            other => other.name().strip_suffix("Body").unwrap_or(other.name()),
        }
    }

    /// Whether it is sent; otherwise it is a returned order.
    pub fn is_request(self) -> bool {
        self.spec().endpoint.is_some()
    }

    /// Whether there is a builder for it.
    pub fn is_composed(self) -> bool {
        self.is_request() && self.spec().part == Part::Whole
    }

    /// Whether it is sent with a body.
    pub fn has_body(self) -> bool {
        self.spec().endpoint.is_some_and(|endpoint| !matches!(endpoint.path, Path::Query))
    }

    /// In a returned order, an empty text means absence.
    pub fn empty_text_is_absence(self) -> bool {
        !self.is_request()
    }
}

#[cfg(test)]
mod tests {
    use std::mem::discriminant;

    use super::*;
    use crate::model::completion::COMPLETION;
    use crate::values::named::Named;

    #[test]
    fn a_field_has_the_same_shape_in_every_kind() {
        for kind in DocumentKind::ALL {
            for field in kind.spec().table.fields {
                if let Some(row) = COMPLETION.find(field.name.as_bytes()) {
                    assert_eq!(discriminant(&field.shape), discriminant(&COMPLETION.fields[row].shape), "{kind:?} {}", field.name);
                }
            }
        }
    }
}
