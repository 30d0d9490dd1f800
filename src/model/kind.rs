//! Which documents there are, whose, and all that is particular to each.

use super::parts::{Discount, Location, Payment, TimeRange};
use super::table::{Any, Fen, Key, List, Table, Text};
use super::{completion, modify, service_order};
use crate::values::named::named;

named! {
    /// 文档种类：请求连同单号（`completion`）、请求体（`…Body`），或返回的订单（`serviceOrder`）。
    /// Which document it is: a request with its order number (`completion`), its body alone (`…Body`), or an order that came back.
    #[derive(Default)]
    pub enum DocumentKind {
        #[default]
        Completion = "completion",
        CompletionBody = "completionBody",
        ServiceOrder = "serviceOrder",
        Modify = "modify",
        ModifyBody = "modifyBody",
    }
}

named! {
    /// 直连商户或服务商。
    /// Whose call it is: a direct merchant's or a partner's (服务商).
    pub enum Mode {
        Direct = "direct",
        Partner = "partner",
    }
}

/// How much of a call a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// With what stands in the URL's path; an order that came back is whole too.
    Whole,
    Body,
}

/// All that is particular to a kind of document, but for its rules.
pub struct Spec {
    pub table: &'static Table,
    pub part: Part,
    pub shared: Shared,
    /// The call that the document is sent with; none for an order that came back.
    pub endpoint: Option<Endpoint>,
}

impl Spec {
    pub const fn whole(table: &'static Table, endpoint: Endpoint) -> Self {
        Spec { table, part: Part::Whole, shared: Shared::of(table), endpoint: Some(endpoint) }
    }

    pub const fn body(table: &'static Table, endpoint: Endpoint) -> Self {
        Spec { part: Part::Body, ..Spec::whole(table, endpoint) }
    }

    pub const fn answer(table: &'static Table) -> Self {
        Spec { table, part: Part::Whole, shared: Shared::of(table), endpoint: None }
    }
}

/// The call of a document: `/v3/payscore/serviceorder/{out_order_no}` and behind it `action`.
#[derive(Clone, Copy, Debug)]
pub struct Endpoint {
    pub action: &'static str,
    /// The status that answers a direct merchant, and a partner: 204 has no body.
    pub answers: [u16; 2],
}

/// The fields that several kinds have, where this one has them.
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
        }
    }
}

impl DocumentKind {
    pub const fn spec(self) -> &'static Spec {
        match self {
            DocumentKind::Completion => &completion::WHOLE,
            DocumentKind::CompletionBody => &completion::BODY,
            DocumentKind::ServiceOrder => &service_order::ANSWER,
            DocumentKind::Modify => &modify::WHOLE,
            DocumentKind::ModifyBody => &modify::BODY,
        }
    }

    /// Whether it is sent; else it came back.
    pub fn is_request(self) -> bool {
        self.spec().endpoint.is_some()
    }

    /// In an order that came back, an empty text stands for nothing.
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
    fn a_field_that_several_kinds_have_is_of_one_shape() {
        for kind in DocumentKind::ALL {
            for field in kind.spec().table.fields {
                if let Some(row) = COMPLETION.find(field.name.as_bytes()) {
                    assert_eq!(discriminant(&field.shape), discriminant(&COMPLETION.fields[row].shape), "{kind:?} {}", field.name);
                }
            }
        }
    }
}
