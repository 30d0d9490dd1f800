//! A document as rules see it: the fields that several kinds have, each absent where its kind lacks it.

use crate::model::kind::Spec;
use crate::model::parts::{Discount, Location, Payment, TimeRange};
use crate::model::table::{Any, Document, Fen, Key, List, Text, Time};
use crate::record::Record;
use crate::record::place::Place;

#[derive(Clone, Copy)]
pub struct Order<'a> {
    spec: &'static Spec,
    record: &'a Record<'a>,
}

impl<'a> Order<'a> {
    pub fn new(spec: &'static Spec, record: &'a Record) -> Self {
        Order { spec, record }
    }

    pub fn is_object(self) -> bool {
        self.root().is_object()
    }

    #[inline(always)]
    fn field<V>(self, key: Option<Key<Any, V>>) -> Place<'a, V> {
        match key {
            Some(key) => Place::document(self.record).get(key),
            None => Place::nowhere(self.record),
        }
    }

    /// The document by the keys of its own declaration.
    pub fn document<D: Document>(self) -> Place<'a, D> {
        assert!(std::ptr::eq(self.spec.table, D::TABLE), "a rule on {} looks at {}", D::TABLE.name, self.spec.table.name);
        Place::document(self.record)
    }

    /// The document, of whatever kind.
    pub fn root(self) -> Place<'a, Any> {
        Place::document(self.record)
    }

    pub fn out_order_no(self) -> Place<'a, Text> {
        self.field(self.spec.shared.out_order_no)
    }

    pub fn appid(self) -> Place<'a, Text> {
        self.field(self.spec.shared.appid)
    }

    pub fn service_id(self) -> Place<'a, Text> {
        self.field(self.spec.shared.service_id)
    }

    pub fn sub_mchid(self) -> Place<'a, Text> {
        self.field(self.spec.shared.sub_mchid)
    }

    pub fn payments(self) -> Place<'a, List<Payment>> {
        self.field(self.spec.shared.post_payments)
    }

    pub fn discounts(self) -> Place<'a, List<Discount>> {
        self.field(self.spec.shared.post_discounts)
    }

    pub fn total(self) -> Place<'a, Fen> {
        self.field(self.spec.shared.total_amount)
    }

    pub fn time_range(self) -> Place<'a, TimeRange> {
        self.field(self.spec.shared.time_range)
    }

    pub fn start_time(self) -> Place<'a, Time> {
        self.time_range().get(TimeRange::start_time)
    }

    pub fn end_time(self) -> Place<'a, Time> {
        self.time_range().get(TimeRange::end_time)
    }

    pub fn location(self) -> Place<'a, Location> {
        self.field(self.spec.shared.location)
    }

    pub fn notify_url(self) -> Place<'a, Text> {
        self.field(self.spec.shared.notify_url)
    }

    pub fn attach(self) -> Place<'a, Text> {
        self.field(self.spec.shared.attach)
    }

    pub fn openid(self) -> Place<'a, Text> {
        self.field(self.spec.shared.openid)
    }

    pub fn sub_openid(self) -> Place<'a, Text> {
        self.field(self.spec.shared.sub_openid)
    }
}
